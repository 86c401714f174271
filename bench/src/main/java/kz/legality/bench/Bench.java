package kz.legality.bench;

import java.util.Arrays;
import java.util.List;

/** Runs one part and prints its table on the output; what is being done goes to the error stream. */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        String part = arguments.length == 0 ? "" : arguments[0];
        List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        switch (part) {
            case "commands" -> Commands.run(rest);
            case "batches" -> Batches.run(rest);
            case "replay" -> Replay.run(rest);
            case "ingest" -> Ingest.run(rest);
            case "sweep" -> Sweep.run(rest);
            case "history" -> History.run(rest);
            case "scoring" -> Scoring.run(rest);
            case "sighting" -> Sighting.run(rest);
            case "evidence" -> EvidenceBench.run(rest);
            case "observations" -> Observations.run(rest);
            case "equipment" -> EquipmentBench.run(rest);
            case "jmh" -> Micro.run(rest);
            default ->
                throw new IllegalArgumentException(
                        "the parts are commands, batches, replay, ingest, sweep, history, scoring, sighting,"
                                + " observations, evidence, equipment and jmh; not '" + part + "'");
        }
    }
}
