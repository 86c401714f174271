package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import kz.legality.identifier.Imei;
import kz.legality.release.ListName;
import org.jspecify.annotations.Nullable;

/** The names, columns and words of DIRBS's lists (dirbs-listgen). Only these three lists are known there. */
record DirbsForm(String name, String header, List<String> words) {
    /**
     * The form of a list.
     *
     * @param operator in the name of a list that is made for each; null for the others
     * @throws BadArgument where DIRBS has no such list
     */
    static DirbsForm of(ListName list, @Nullable String operator) {
        if (list.namesSubscribers() && operator == null) {
            throw new BadArgument("DIRBS has this list for one operator; whose? Say --operator OP");
        }
        String suffix = operator == null ? "" : "_" + operator.toLowerCase(Locale.ROOT);
        return switch (list) {
            case BLACK ->
                new DirbsForm("blacklist", "imei,block_date,reasons", List.of("blocked", "unblocked", "changed"));
            case NOTIFICATIONS ->
                new DirbsForm(
                        "notifications" + suffix,
                        "imei,imsi,msisdn,block_date,reasons",
                        List.of("new", "resolved", "blacklisted", "no_longer_seen", "changed"));
            case EXCEPTIONS -> new DirbsForm("exceptions" + suffix, "imei,imsi,msisdn", List.of("added", "removed"));
            case GREY, WHITE -> throw new BadArgument("DIRBS has no " + list.written() + " list; ask for csv or jsonl");
        };
    }

    /** The file of one reason; every reason has one, even if nothing changed by it. */
    String delta(String stamp, long since, long until, String word) {
        return stamp + "_" + name + "_delta_" + since + "_" + until + "_" + word + ".csv";
    }

    /** One line, by the header's columns. */
    String line(JsonNode row) {
        return Arrays.stream(header.split(",", -1))
                .map(column -> cell(column, row))
                .collect(Collectors.joining(","));
    }

    private static String cell(String column, JsonNode row) {
        return switch (column) {
            case "imei" -> row.path("imei").asText().substring(0, Imei.KEY_DIGITS);
            case "block_date" -> row.path("blockDate").asText("").replace("-", "");
            case "reasons" ->
                StreamSupport.stream(row.path("reasons").spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining("|"));
            default -> row.path(column).asText("");
        };
    }
}
