#!/bin/sh
# Puts the Unity package together: the runtime for .NET Standard 2.1, the generator with the label that Unity tells generators by, and a .meta file for each of them.
#
#   unity/pack.sh [folder]      by default unity/bin/com.staticnet.staticnet
#
# In Unity: Window > Package Manager > + > Add package from disk > its package.json.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
package=${1:-$here/bin/com.staticnet.staticnet}

dotnet build "$here/../src/Runtime" -c Release -f netstandard2.1 -v q --nologo
rm -rf "$package"
mkdir -p "$package/Runtime/Analyzers"
cp -R "$here/package.json" "$here/README.md" "$here/Samples~" "$package/"
cp "$here/../LICENSE" "$package/LICENSE.md"
cp "$here/Runtime/StaticNet.Unity.asmdef" "$here/Runtime/AssemblyInfo.cs" "$package/Runtime/"
cp "$here/../src/Runtime/bin/Release/netstandard2.1/StaticNet.dll" "$here/../src/Runtime/bin/Release/netstandard2.1/StaticNet.xml" "$package/Runtime/"
cp "$here/../src/Generator/bin/Release/netstandard2.0/StaticNet.Generator.dll" "$package/Runtime/Analyzers/"

# An asset's identity is that of its path, so that it stays the same from version to version.
meta() {
    guid=$(printf 'com.staticnet.staticnet/%s' "$1" | md5sum | cut -c 1-32)
    {
        printf 'fileFormatVersion: 2\nguid: %s\n' "$guid"
        cat
    } >"$package/$1.meta"
}

importer() {
    printf '%s:\n  externalObjects: {}\n  userData: \n  assetBundleName: \n  assetBundleVariant: \n' "$1"
}

# $1: whether the library is part of the game
library() {
    cat <<END
PluginImporter:
  externalObjects: {}
  serializedVersion: 2
  iconMap: {}
  executionOrder: {}
  defineConstraints: []
  isPreloaded: 0
  isOverridable: 0
  isExplicitlyReferenced: 0
  validateReferences: 1
  platformData:
  - first:
      Any: 
    second:
      enabled: $1
      settings: {}
  - first:
      Editor: Editor
    second:
      enabled: $1
      settings:
        DefaultValueInitialized: true
  userData: 
  assetBundleName: 
  assetBundleVariant: 
END
}

for folder in Runtime Runtime/Analyzers; do
    { echo 'folderAsset: yes'; importer DefaultImporter; } | meta "$folder"
done
importer PackageManifestImporter | meta package.json
importer TextScriptImporter | meta README.md
importer TextScriptImporter | meta LICENSE.md
importer TextScriptImporter | meta Runtime/StaticNet.xml
importer AssemblyDefinitionImporter | meta Runtime/StaticNet.Unity.asmdef
importer MonoImporter | meta Runtime/AssemblyInfo.cs
library 1 | meta Runtime/StaticNet.dll
{ printf 'labels:\n- RoslynAnalyzer\n'; library 0; } | meta Runtime/Analyzers/StaticNet.Generator.dll
echo "$package"
