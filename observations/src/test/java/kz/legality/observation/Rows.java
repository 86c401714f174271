package kz.legality.observation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Writes rows as an operator would. */
final class Rows {
    static final LocalDate FIRST = LocalDate.of(2025, 6, 1);

    private final List<String> lines = new ArrayList<>(List.of("date,imei,imsi,msisdn,rat"));

    /** Honest subscribers, one device each, so that a few odd rows are a small share. */
    static Rows ofHonest(int devices) {
        Rows rows = new Rows();
        for (int i = 0; i < devices; i++) {
            rows.seen(FIRST.plusDays(i % 30), honest(i), subscriber(100_000 + i));
        }
        return rows;
    }

    /** No serial number is of one digit only. */
    static String honest(int n) {
        return String.format("35209900%06d", 1 + n);
    }

    /** The digits of a subscriber's IMSI behind the network's; its number is the same. */
    static String subscriber(int n) {
        return String.format("%010d", n);
    }

    Rows seen(LocalDate day, String imei, String subscriber) {
        return line(day.format(DateTimeFormatter.BASIC_ISO_DATE) + "," + imei + "0,40102" + subscriber + ",7705"
                + subscriber.substring(3) + ",006");
    }

    Rows line(String line) {
        lines.add(line);
        return this;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
