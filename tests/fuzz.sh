#!/bin/sh
# Fuzzes the reading of networks' files with afl++ and SharpFuzz: afl-fuzz changes files of the corpus, and keeps those that take new ways
# through StaticNet.Serialization. Anything but a SafeTensorsException, too much memory, or more than a second for one file is a finding.
#
#   tests/fuzz.sh                              ten million executions, on one core
#   tests/fuzz.sh -E 100000                    as many
#   tests/fuzz.sh -V 600                       as many as fit into so many seconds
#   tests/fuzz.sh -E 100000 -o folder          keeps what afl-fuzz writes; -m adds to the corpus what it found, minimised
#
# Prints executions, crashes and hangs; fails if there was one of the last two. Needs the .NET SDK and afl++.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
corpus=$here/StaticNet.Tests/Serialization/Corpus
executions=10000000 seconds="" output="" merge=""
while getopts E:V:o:m option; do
    case $option in
    E) executions=$OPTARG ;;
    V) seconds=$OPTARG ;;
    o) output=$OPTARG ;;
    m) merge=1 ;;
    *) exit 2 ;;
    esac
done
if ! command -v afl-fuzz >/dev/null; then
    echo "There is no afl-fuzz. On Debian or Ubuntu: apt-get install afl++; elsewhere: https://aflplus.plus. Without it: dotnet run -c Release --project tests/StaticNet.Fuzz -- --random 10000000 1 $corpus" >&2
    exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
output=${output:-$work/findings}
version=$(sed -n 's/.*Include="SharpFuzz" Version="\([^"]*\)".*/\1/p' "$here/../Directory.Packages.props")
dotnet tool install SharpFuzz.CommandLine --version "$version" --tool-path "$work/tools" >"$work/log" || { cat "$work/log"; exit 1; }
dotnet build "$here/StaticNet.Fuzz" -c Release -v q --nologo
# Where afl-fuzz would skip a file of the corpus, because it is a finding already, this stops.
dotnet "$here/StaticNet.Fuzz/bin/Release/net10.0/StaticNet.Fuzz.dll" --files "$corpus"/* >"$work/log" 2>&1 || { tail -n 20 "$work/log"; exit 1; }
# Instrumented in a copy: what was built stays what it is.
cp -r "$here/StaticNet.Fuzz/bin/Release/net10.0" "$work/program"
"$work/tools/sharpfuzz" "$work/program/StaticNet.dll" StaticNet.Serialization

# The program is managed code, which afl takes for not instrumented; and how busy the machine is, or its clock, is nobody's business here.
export AFL_SKIP_BIN_CHECK=1 AFL_NO_AFFINITY=1 AFL_NO_UI=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1
# No second thread that collects garbage.
export DOTNET_gcConcurrent=0
limit="-E $executions"
[ -z "$seconds" ] || limit="-V $seconds"
# shellcheck disable=SC2086
afl-fuzz -i "$corpus" -o "$output" -x "$here/StaticNet.Fuzz/safetensors.dict" -t 1000 -m none $limit -- \
    dotnet "$work/program/StaticNet.Fuzz.dll" --afl >"$work/log" 2>&1 || { tail -n 40 "$work/log"; exit 1; }

stats=$output/default/fuzzer_stats
value() { sed -n "s/^$1 *: *//p" "$stats"; }
crashes=$(value saved_crashes) hangs=$(value saved_hangs)
echo "$(value execs_done) executions in $(value run_time) s, $(value execs_per_sec) a second; $(value corpus_count) files in the queue, $(value edges_found) edges; $crashes crashes, $hangs hangs"

if [ -n "$merge" ]; then
    mkdir "$work/all" "$work/least"
    cp "$corpus"/* "$work/all"
    for file in "$output"/default/queue/id:*; do
        cp "$file" "$work/all/afl-$(sha256sum <"$file" | cut -c1-12).safetensors"
    done
    # It would rather not work in /tmp, where others could write: nobody else can in this folder.
    AFL_ALLOW_TMP=1 afl-cmin -i "$work/all" -o "$work/least" -t 1000 -m none -- "$(command -v dotnet)" "$work/program/StaticNet.Fuzz.dll" --afl >"$work/log" 2>&1 || { tail -n 40 "$work/log"; exit 1; }
    cp -n "$work/least"/afl-* "$corpus"
    echo "$(find "$corpus" -type f | wc -l) files in the corpus"
fi
if [ "$crashes" -ne 0 ] || [ "$hangs" -ne 0 ]; then
    mkdir -p "$here/StaticNet.Fuzz/bin/findings"
    cp "$output"/default/crashes/id:* "$output"/default/hangs/id:* "$here/StaticNet.Fuzz/bin/findings" 2>/dev/null || true
    echo "They are in tests/StaticNet.Fuzz/bin/findings. Read one with: dotnet run -c Release --project tests/StaticNet.Fuzz -- --files <file>" >&2
    exit 1
fi
