#!/bin/sh
# Puts the Unity package together and checks what can be checked without Unity: every asset has its .meta file and no other, identities are different, the generator has its label and is
# no part of the game, and the sample compiles as C# 9 without a warning, with exactly those libraries.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
package=$work/package
sh "$here/../unity/pack.sh" "$package"

fail() {
    echo "$1" >&2
    exit 1
}

cd "$package"
find . -mindepth 1 -not -path '*~*' -not -name '*.meta' | sort >"$work/assets"
find . -name '*.meta' -not -path '*~*' | sed 's/\.meta$//' | sort >"$work/described"
diff "$work/assets" "$work/described" || fail "Assets and .meta files do not match."
[ -z "$(grep -h '^guid: ' -r . --include '*.meta' | sort | uniq -d)" ] || fail "Two assets have the same identity."
[ -z "$(grep -hL '^guid: [0-9a-f]\{32\}$' -r . --include '*.meta')" ] || fail "An asset has no identity."
generator=Runtime/Analyzers/StaticNet.Generator.dll.meta
grep -q '^- RoslynAnalyzer$' "$generator" || fail "The generator has no label."
! grep -q 'enabled: 1' "$generator" || fail "The generator is part of the game."
grep -q 'enabled: 1' Runtime/StaticNet.dll.meta || fail "The runtime is no part of the game."

mkdir "$work/game"
cat >"$work/game/Game.csproj" <<END
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>netstandard2.1</TargetFramework>
    <LangVersion>9.0</LangVersion>
    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
    <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
    <GenerateAssemblyInfo>false</GenerateAssemblyInfo>
  </PropertyGroup>
  <ItemGroup>
    <Compile Include="$package/Samples~/**/*.cs;$package/Runtime/*.cs" />
    <Reference Include="$package/Runtime/StaticNet.dll" />
    <Analyzer Include="$package/Runtime/Analyzers/StaticNet.Generator.dll" />
  </ItemGroup>
</Project>
END
dotnet build "$work/game" -c Release -v q --nologo
[ -s "$work/game/bin/Release/netstandard2.1/Game.dll" ] || fail "The sample was not compiled."
echo "$(wc -l <"$work/assets") assets, and the sample compiles as C# 9."
