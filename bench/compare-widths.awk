# Turns the lines of compare-widths.sh, "<variant> <name> <median> <min> <check>", into a Markdown table. Times are the least of the
# rounds' medians.

$2 ~ /^W/ {
    if (!($2 in seen)) { seen[$2] = 1; order[++names] = $2 }
    if (!(($1, $2) in time) || $3 + 0 < time[$1, $2]) time[$1, $2] = $3 + 0
    check[$1, $2] = $6
}

function ratio(variant, base, name, target,    value) {
    if (!((variant, name) in time) || !((base, name) in time)) return "–"
    value = time[variant, name] / time[base, name]
    return sprintf(target != "" && value > target ? "**%.2f**" : "%.2f", value)
}

# Whether a hash of the trained parameters, or of the outputs, is the same at every width.
function same(name,    variants, i, count) {
    count = split("avx2 lanes128 nofma", variants, " ")
    for (i = 1; i <= count; i++)
        if ((variants[i], name) in check && check[variants[i], name] != check["full", name]) { differ = 1; return "**no**" }
    return "yes"
}

END {
    print "| workload | single, full width, ns | double ÷ single | without AVX-512 | 128-bit lanes | no FMA ÷ 128-bit lanes | same bits |"
    print "| --- | ---: | ---: | ---: | ---: | ---: | --- |"
    print "| to reach | | 2.2 (W5), 3.5 (W1) | 2.6 | 6.5 | 20 | |"
    for (i = 1; i <= names; i++) {
        name = order[i]
        double = name ~ /^W5/ ? 2.2 : name ~ /^W1/ ? 3.5 : ""
        printf "| %s | %.2f | %s | %s | %s | %s | %s |\n", name, time["full", name], ratio("double", "full", name, double),
            ratio("avx2", "full", name, 2.6), ratio("lanes128", "full", name, 6.5), ratio("nofma", "lanes128", name, 20), same(name)
    }
    print ""
    print "Bold: more than the target."
    if (differ) { print "\n**Bits depend on the width.**"; exit 1 }
}
