package kz.legality.simulation;

import java.util.List;

/**
 * A mobile network.
 *
 * @param id its name in files
 * @param plmn MCC and MNC
 * @param zones country code and zone of its numbers
 */
record Operator(int index, String id, String plmn, List<String> zones) {
    static final Operator KCELL = new Operator(0, "kcell", "40102", List.of("7701", "7702", "7775", "7778"));
    static final List<Operator> ALL = List.of(
            KCELL,
            new Operator(1, "beeline", "40101", List.of("7705", "7771", "7776", "7777")),
            new Operator(2, "tele2", "40177", List.of("7707", "7747", "7700", "7708")));

    Operator other() {
        return ALL.get((index + 1) % ALL.size());
    }
}
