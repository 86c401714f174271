package kz.legality.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How well the rules find what was planted: a nation is simulated, fed to the product file by file, and what it found is
 * held against {@code truth.json}. Arguments: devices, then seeds.
 */
final class Scoring {
    private static final String DEVICES = "20000";
    private static final List<String> SEEDS = List.of("11", "12", "13");

    /** Rules that speak of an item, a shipment or a person: one word about any phone of it says it. */
    private static final Set<String> OF_GROUPS = Set.of("R1c", "R3", "R7");

    /** Lighter findings put no refund in question, and are no claim that something is wrong. */
    private static final Set<String> GRAVE = Set.of("MEDIUM", "HIGH", "CRITICAL");

    private static final List<String> KINDS = List.of(
            "gsma-tac",
            "customs-imports",
            "customs-exports",
            "personal-declarations",
            "registrations",
            "blocks",
            "refund-claims");

    private Scoring() {}

    private static final class Score {
        private int planted;
        private int found;
        private int raised;
        private int right;
    }

    static void run(List<String> arguments) throws Exception {
        String devices = arguments.isEmpty() ? DEVICES : arguments.getFirst();
        List<String> seeds = arguments.size() > 1 ? arguments.subList(1, arguments.size()) : SEEDS;
        Map<String, Score> scores = new TreeMap<>();
        Table claims = Table.of(
                "seed",
                "s, files to findings",
                "claims planted",
                "honest",
                "least planted, KZT at risk",
                "most honest, KZT at risk",
                "honest above a planted one");
        for (String seed : seeds) {
            try (Scratch scratch = Scratch.make()) {
                Path files = scratch.directory().resolve("files");
                String data = scratch.directory().resolve("data").toString();
                Product.run(scratch, "simulate", "--out", files.toString(), "--devices", devices, "--seed", seed);
                double seconds = feed(scratch, files, data);
                Planted planted = Planted.read(files.resolve("truth.json"));
                score(planted, json(scratch, "findings", data), scores);
                rank(seed, seconds, planted, json(scratch, "claims", data), claims);
            }
        }
        Table rules = Table.of("rule", "planted", "found", "recall", "raised", "right", "precision");
        scores.forEach((rule, it) -> rules.row(
                rule,
                Table.whole(it.planted),
                Table.whole(it.found),
                share(it.found, it.planted),
                Table.whole(it.raised),
                Table.whole(it.right),
                share(it.right, it.raised)));
        System.out.printf("%n%s devices, seeds %s%n", devices, String.join(", ", seeds));
        rules.print();
        claims.print();
    }

    static double feed(Scratch scratch, Path files, String data) throws Exception {
        double seconds = 0;
        for (String kind : KINDS) {
            seconds += ingest(scratch, kind, data, named(files, name -> name.matches("\\d\\d-" + kind + "[-.].*")));
        }
        return seconds
                + ingest(scratch, "operator", data, named(files, name -> name.matches("[a-z].*_\\d{8}_\\d{8}\\.csv")));
    }

    private static double ingest(Scratch scratch, String kind, String data, List<String> files) throws Exception {
        List<String> words = new ArrayList<>(List.of("ingest", kind));
        words.addAll(files);
        words.addAll(List.of("--data", data));
        return Product.run(scratch, words.toArray(String[]::new)).seconds();
    }

    private static List<String> named(Path folder, java.util.function.Predicate<String> fits) throws Exception {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(it -> fits.test(it.getFileName().toString()))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode json(Scratch scratch, String verb, String data) throws Exception {
        return JsonMapper.builder()
                .build()
                .readTree(Product.run(scratch, verb, "--json", "--data", data).said());
    }

    private static void score(Planted planted, JsonNode findings, Map<String, Score> scores) {
        Map<String, Set<String>> said = new TreeMap<>();
        for (JsonNode finding : findings) {
            if (GRAVE.contains(finding.path("severity").asText())) {
                String about = finding.hasNonNull("imei")
                        ? Planted.key(finding.path("imei").asText())
                        : finding.path("declaration").asText() + "#"
                                + finding.path("item").asText("1");
                said.computeIfAbsent(finding.path("rule").asText(), it -> new TreeSet<>())
                        .add(about);
            }
        }
        Set<String> rules = new TreeSet<>(said.keySet());
        rules.addAll(planted.devices().keySet());
        for (String rule : rules) {
            score(
                    rule,
                    planted,
                    planted.devices().getOrDefault(rule, Map.of()),
                    said.getOrDefault(rule, Set.of()),
                    scores.computeIfAbsent(rule, it -> new Score()));
        }
    }

    private static void score(
            String rule, Planted planted, Map<String, Set<String>> devices, Set<String> said, Score score) {
        Set<String> groups = new HashSet<>();
        Set<String> groupsFound = new HashSet<>();
        devices.forEach((device, its) -> {
            groups.addAll(its);
            its.stream()
                    .filter(group -> said.contains(device) || said.contains(group))
                    .forEach(groupsFound::add);
        });
        if (OF_GROUPS.contains(rule)) {
            score.planted += groups.size();
            score.found += groupsFound.size();
        } else {
            score.planted += devices.size();
            devices.forEach((device, its) -> {
                if (said.contains(device) || its.stream().anyMatch(said::contains)) {
                    score.found++;
                } else {
                    complain(rule, "missed", device, planted);
                }
            });
        }
        score.raised += said.size();
        for (String about : said) {
            if (devices.containsKey(about) || groups.contains(about)) {
                score.right++;
            } else {
                complain(rule, "raised wrongly", about, planted);
            }
        }
    }

    private static void complain(String rule, String what, String about, Planted planted) {
        System.err.printf(
                "%s %s: %s, %s%n", rule, what, about, planted.scenarios().getOrDefault(about, "not named"));
    }

    private static void rank(String seed, double seconds, Planted planted, JsonNode claims, Table table) {
        Map<String, Long> atRisk = new TreeMap<>();
        for (JsonNode claim : claims) {
            atRisk.put(claim.path("claim").asText(), claim.path("vatAtRisk").asLong());
        }
        long leastPlanted = Long.MAX_VALUE;
        long mostHonest = 0;
        int fraudulent = 0;
        for (Map.Entry<String, Boolean> claim : planted.claims().entrySet()) {
            long vat = atRisk.getOrDefault(claim.getKey(), 0L);
            if (claim.getValue()) {
                fraudulent++;
                leastPlanted = Math.min(leastPlanted, vat);
            } else {
                mostHonest = Math.max(mostHonest, vat);
            }
        }
        long least = leastPlanted;
        long above = planted.claims().entrySet().stream()
                .filter(it -> !it.getValue() && atRisk.getOrDefault(it.getKey(), 0L) >= least)
                .count();
        table.row(
                seed,
                Table.whole(seconds),
                Table.whole(fraudulent),
                Table.whole(planted.claims().size() - fraudulent),
                Table.whole(leastPlanted / 100.0),
                Table.whole(mostHonest / 100.0),
                Table.whole((double) above));
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "-" : "%.4f".formatted(part / (double) whole);
    }
}
