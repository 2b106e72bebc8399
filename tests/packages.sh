#!/bin/sh
# Packs everything, and installs it into fresh projects, those of tests/Packages, with a package cache of its own: an app on .NET 10 and on .NET 8, an app that has
# StaticNet from a library, one with baked weights, one with the packages for files. Each has to print the same bits. So has a library for .NET Standard in apps on .NET 10, .NET 8 and,
# where there is Mono, on that: each brings another runtime along.
#
#   tests/packages.sh            in a temporary folder
#   tests/packages.sh <folder>   and leaves the packages in <folder>
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
feed=${1:-$work/feed}

for project in Runtime Csv Onnx Tool; do
    dotnet pack "$here/../src/$project" -c Release -v q --nologo -o "$feed"
done

# Beside the feeds that the machine knows.
cat >"$work/nuget.config" <<END
<configuration>
  <packageSources>
    <add key="packed" value="$(cd "$feed" && pwd)" />
  </packageSources>
</configuration>
END
export NUGET_PACKAGES="$work/cache"
cp -R "$here/Packages/." "$work"
cd "$work"

# install <name> <project> <arguments of publish...>: into $work/run/<name>.
install() {
    name=$1 project=$2
    shift 2
    dotnet publish "$project" -c Release -v q --nologo -o "$work/run/$name" "$@" >"$work/$name.log" 2>&1 || { cat "$work/$name.log"; exit 1; }
    if grep -i ' warning ' "$work/$name.log"; then exit 1; fi
}

# same <as which> <name> <program...>: prints the same bits.
same() {
    expected=$1 name=$2
    shift 2
    "$@" >"$work/$name.bits"
    echo "$name: $(head -c 300 "$work/$name.bits" | head -n 1)"
    cmp "$work/$expected.bits" "$work/$name.bits"
}

bits() {
    install "$@"
    same app "$1" "$work/run/$1/$2"
}

bits app Trained
bits net8 Trained -p:Framework=net8.0 -r linux-x64 --self-contained
bits library Consumer
bits formats Formats

"$work/run/app/Trained" Baked/moon.weights.json >/dev/null
bits baked Baked

# With vectors first: the library compiled for .NET 10.
cp Baked/moon.weights.json Standard
install vectors StandardApp -p:Standard=net10.0
same vectors vectors "$work/run/vectors/StandardApp"
install standard StandardApp
same vectors standard "$work/run/standard/StandardApp"
install standard-net8 StandardApp -p:Framework=net8.0 -r linux-x64 --self-contained
same vectors standard-net8 "$work/run/standard-net8/StandardApp"
if command -v mono >/dev/null; then
    install standard-mono StandardApp -p:Framework=net48 -p:Standard=netstandard2.0
    same vectors standard-mono mono "$work/run/standard-mono/StandardApp.exe"
fi

# Native code for x64 has fused multiply-add unless somebody says otherwise, whichever way the package came.
set -- -getProperty:IlcInstructionSet -p:PublishAot=true
for project in Trained Consumer; do
    [ "$(dotnet msbuild $project "$@" -p:RuntimeIdentifier=linux-x64)" = x86-64-v3 ]
    [ "$(dotnet msbuild $project "$@" -p:RuntimeIdentifier=linux-x64 -p:IlcInstructionSet=native)" = native ]
    [ -z "$(dotnet msbuild $project "$@" -p:RuntimeIdentifier=linux-arm64)" ]
    [ -z "$(dotnet msbuild $project -getProperty:IlcInstructionSet)" ]
done
echo "The packages install and run."
