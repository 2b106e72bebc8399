# Turns the lines of compare-native.sh, "<side> <round> <what the program printed>", into a Markdown table.
# Times are medians over the rounds; a ratio is the median of the rounds' ratios, since a machine that slows down slows both sides.

function field(name,    i) {
    for (i = 3; i <= NF; i++)
        if (index($i, name "=") == 1)
            return substr($i, length(name) + 2)
    return ""
}

# Our name for what a line of the native programs measured, "" for what we do not compare.
function name_of_line() {
    if (field("contract_ns") != "" || ($1 == "plain" && field("epoch_ns") != "")) return "W1.epoch"
    if (field("call_ns") != "") return $3 ".call"
    if (field("batch4096_ns_per_sample") != "")
        return $1 == "plain" || field("variant") == "row_major" ? "W2.batch4096" : field("variant") == "row_major_two_class" ? "W2.batch4096-two-class" : ""
    if (field("sgd_ns_per_sample") != "") return $1 == "plain" || field("variant") == "one_call_per_sample" ? "W3.step" : ""
    if (field("batch256_ns_per_sample") != "") return $3 ".batch256"
    if (field("train32_sgd_ns_per_sample") != "") return $3 ".train32"
    if (field("train32_adam_ns_per_sample") != "") return $3 ".train32-adam"
    if (field("train10000_adam_ns_per_sample") != "") return "W6.epoch10000-adam"
    return ""
}

# The first "..._ns" or "..._ns_per_sample" of a line.
function time_of_line(    i) {
    for (i = 4; i <= NF; i++)
        if ($i ~ /_ns(_per_sample)?=/)
            return substr($i, index($i, "=") + 1) + 0
}

function loss_of_line(    i) {
    for (i = 4; i <= NF; i++)
        if ($i ~ /^loss/)
            return substr($i, index($i, "=") + 1)
    return ""
}

function median(list,    values, count, i, j, swap) {
    count = split(list, values, " ")
    for (i = 2; i <= count; i++)
        for (j = i; j > 1 && values[j] + 0 < values[j - 1] + 0; j--) { swap = values[j]; values[j] = values[j - 1]; values[j - 1] = swap }
    return count ? values[int((count + 1) / 2)] : ""
}

function cell(value, digits) { return value == "" ? "–" : sprintf("%." digits "f", value) }

function digits_of(value) { return value < 10 ? 2 : value < 100 ? 1 : 0 }

BEGIN {
    target["W1.epoch"] = target["W2.batch4096"] = target["W2.batch4096-two-class"] = target["W3.step"] = 1.25
    target["W2.call"] = 1.5
    target["W4.call"] = target["W4.batch256"] = target["W4.train32"] = 1.25
    target["W5.call"] = target["W5.batch256"] = target["W5.train32"] = target["W6.epoch10000-adam"] = 1.25
}

$1 == "ours" && $3 ~ /^W/ {
    if (!($3 in seen)) { seen[$3] = 1; order[++names] = $3 }
    ours[$3] = ours[$3] " " $4
    ours_in[$3, $2] = $4
    if ($6 ~ /^loss=/) our_loss[$3] = substr($6, 6)
    if ($6 ~ /^error=/ && substr($6, 7) + 0 > 1e-5) { print "**" $3 ": outputs are off by " substr($6, 7) "**"; wrong = 1 }
    next
}

# The loss of W1 is printed with another variant than the one we compare with.
$1 == "ref" && field("variant") == "general_softmax" { ref_loss["W1.epoch"] = field("loss20000") }

$1 == "ref" || $1 == "plain" {
    name = name_of_line()
    if (name == "")
        next
    if ($1 == "plain") {
        if (!(name in plain) || time_of_line() < plain[name]) plain[name] = time_of_line()
        next
    }
    ref[name] = ref[name] " " time_of_line()
    ref_in[name, $2] = time_of_line()
    if (loss_of_line() != "") if (name != "W1.epoch") ref_loss[name] = loss_of_line()
}

function row(name, measured,    list, key, parts, ratio, verdict, loss) {
    if (!(name in ref))
        return
    list = ""
    for (key in ref_in) {
        split(key, parts, SUBSEP)
        if (parts[1] == name && (measured SUBSEP parts[2]) in ours_in)
            list = list " " ours_in[measured, parts[2]] / ref_in[key]
    }
    ratio = median(list)
    verdict = !(name in target) ? "–" : ratio <= target[name] ? "yes" : "**no**"
    if (verdict == "**no**") missed = 1
    loss = "–"
    if (name in our_loss && name in ref_loss) {
        loss = our_loss[name] " / " ref_loss[name]
        if ((our_loss[name] - ref_loss[name]) ^ 2 > (0.005 * ref_loss[name]) ^ 2) { loss = "**" loss "**"; wrong = 1 }
    }
    printf "| %s | %s | %s | %s | %.2f | %s | %s | %s |\n", name, cell(median(ours[measured]), digits_of(median(ours[measured]))),
        cell(median(ref[name]), digits_of(median(ref[name]))), cell(plain[name], digits_of(plain[name])), ratio,
        cell(target[name], 2), verdict, loss
}

END {
    print "| workload | ours, ns | ref, ns | plain C, ns | ours ÷ ref | target | reached | loss, ours / ref |"
    print "| --- | ---: | ---: | ---: | ---: | ---: | --- | --- |"
    for (i = 1; i <= names; i++) {
        row(order[i], order[i])
        if (order[i] == "W2.batch4096") row("W2.batch4096-two-class", "W2.batch4096")
    }
    print ""
    print "Times are a call, or a sample where a call takes several. Plain C: the faster of gcc -O3 -march=native with and without -ffast-math."
    if (wrong) { print "\n**The two sides do not compute the same.**"; exit 1 }
    if (missed && strict == "yes") exit 1
}
