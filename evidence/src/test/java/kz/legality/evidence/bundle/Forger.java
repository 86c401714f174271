package kz.legality.evidence.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import kz.legality.evidence.proof.Base64Text;
import kz.legality.evidence.proof.BundleNames;
import kz.legality.evidence.proof.Checkpoint;
import kz.legality.evidence.proof.Hashing;
import kz.legality.evidence.proof.Json;
import kz.legality.evidence.proof.NoteSigner;
import kz.legality.evidence.proof.SignedNote;
import kz.legality.evidence.proof.StoredZip;
import kz.legality.evidence.proof.TlogProof;
import org.jspecify.annotations.Nullable;

/**
 * Forges bundles. An outsider flips bits; an insider repacks the file, names the right hashes, and even signs the manifest
 * with the log's own key: what then still refuses him are the proofs.
 */
final class Forger {
    /** How it was forged. */
    enum Trick {
        BIT_FLIPPED,
        CUT_OFF,
        FILE_CHANGED,
        FILE_CHANGED_AND_NAMED,
        SIGNED_BY_ANOTHER_LOG,
        PROOFS_SWAPPED,
        WRONG_INDEX,
        INDEX_BEYOND_SIZE,
        WALK_CUT_SHORT,
        WALK_TOO_LONG,
        PROOF_HASH_CHANGED,
        OLDER_CHECKPOINT,
        CHECKPOINT_OF_ANOTHER_LOG,
        EVENT_REMOVED,
        LAST_EVENT_REMOVED,
        EVENT_CHANGED,
        OPENED_FIELD_CHANGED,
        WITHHELD_FIELD_CHANGED,
        HISTORY_OF_ANOTHER_DEVICE,
        MAP_COUNT_CHANGED,
        MAP_SAYS_NOTHING,
        MAP_ROOT_CHANGED,
        RECEIPT_CHANGED,
        RECEIPT_REMOVED
    }

    private final byte[] bundle;
    private final byte[] older;
    private final NoteSigner log;
    private final Random random;

    /** @param older a true bundle of the same devices, made before */
    Forger(byte[] bundle, byte[] older, NoteSigner log, long seed) {
        this.bundle = bundle;
        this.older = older;
        this.log = log;
        this.random = new Random(seed);
    }

    byte[] forge(Trick trick) {
        Map<String, byte[]> files = new LinkedHashMap<>(StoredZip.read(bundle));
        switch (trick) {
            case BIT_FLIPPED -> {
                byte[] flipped = bundle.clone();
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                return flipped;
            }
            case CUT_OFF -> {
                return Arrays.copyOf(bundle, 4 + random.nextInt(bundle.length - 5));
            }
            case FILE_CHANGED -> {
                flip(files, any(files, ""));
                return StoredZip.write(files);
            }
            case FILE_CHANGED_AND_NAMED -> {
                String changed = any(files, "");
                flip(files, changed);
                if (!changed.startsWith("manifest")) {
                    Map<String, Object> manifest = object(files, BundleNames.MANIFEST);
                    nameFiles(manifest, files);
                    files.put(BundleNames.MANIFEST, Json.bytes(manifest));
                }
                return StoredZip.write(files);
            }
            case SIGNED_BY_ANOTHER_LOG -> {
                return signed(files, NoteSigner.generate(log.verifier().name(), (byte) 1));
            }
            case PROOFS_SWAPPED -> swapProofs(files);
            case WRONG_INDEX -> proof(files, it -> with(it, it.index() + 1 + random.nextInt(9), it.hashes()));
            case INDEX_BEYOND_SIZE ->
                proof(files, it -> with(it, it.index() + (1L << (20 + random.nextInt(20))), it.hashes()));
            case WALK_CUT_SHORT ->
                proof(
                        files,
                        it -> with(
                                it,
                                it.index(),
                                it.hashes()
                                        .subList(0, random.nextInt(it.hashes().size()))));
            case WALK_TOO_LONG ->
                proof(files, it -> {
                    List<byte[]> longer = new ArrayList<>(it.hashes());
                    longer.add(random.nextInt(longer.size() + 1), new byte[32]);
                    return with(it, it.index(), longer);
                });
            case PROOF_HASH_CHANGED ->
                proof(files, it -> {
                    byte[] hash = it.hashes().get(random.nextInt(it.hashes().size()));
                    hash[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
                    return it;
                });
            case OLDER_CHECKPOINT -> {
                String note = text(StoredZip.read(older).get(BundleNames.CHECKPOINT));
                files.put(BundleNames.CHECKPOINT, utf8(note));
                allProofs(files, it -> new TlogProof(it.extra(), it.index(), it.hashes(), note));
            }
            case CHECKPOINT_OF_ANOTHER_LOG -> {
                NoteSigner other = NoteSigner.generate(log.verifier().name(), (byte) 1);
                Checkpoint mine = Checkpoint.parse(SignedNote.parse(text(files.get(BundleNames.CHECKPOINT)))
                        .text());
                String note = mine.note(other);
                files.put(BundleNames.CHECKPOINT, utf8(note));
                allProofs(files, it -> new TlogProof(it.extra(), it.index(), it.hashes(), note));
            }
            case EVENT_REMOVED -> removeEvent(files, false);
            case LAST_EVENT_REMOVED -> removeEvent(files, true);
            case EVENT_CHANGED -> {
                String event = any(files, "events/");
                files.put(event, utf8(text(files.get(event)).replaceFirst("\"eventId\":\"", "\"eventId\":\"x")));
            }
            case OPENED_FIELD_CHANGED ->
                chain(files, "\"field\"", chain -> {
                    for (Object event : (List<?>) chain.get("events")) {
                        for (Object field : (List<?>) ((Map<?, ?>) event).get("opened")) {
                            @SuppressWarnings("unchecked")
                            Map<String, Object> opened = (Map<String, Object>) field;
                            opened.put("value", "another person");
                        }
                    }
                });
            case WITHHELD_FIELD_CHANGED -> {
                String event = any(files, "events/");
                String changed = text(files.get(event)).replace("commitment\":\"", "commitment\":\"A");
                files.put(event, utf8(changed.equals(text(files.get(event))) ? changed.replace("{", "{ ") : changed));
            }
            case HISTORY_OF_ANOTHER_DEVICE -> {
                List<String> chains = files.keySet().stream()
                        .filter(it -> it.endsWith(".chain.json"))
                        .toList();
                byte[] one = files.get(chains.get(0));
                files.put(chains.get(0), files.get(chains.get(1)));
                files.put(chains.get(1), one);
            }
            case MAP_COUNT_CHANGED ->
                mapStreams(files, stream -> {
                    Object count = stream.get("count");
                    stream.put("count", count == null ? 1L : (Long) count + 1 + random.nextInt(3));
                    stream.putIfAbsent("head", "A".repeat(43) + "=");
                    stream.putIfAbsent("kinds", List.of());
                });
            case MAP_SAYS_NOTHING ->
                mapStreams(files, stream -> {
                    stream.remove("count");
                    List<Object> siblings = new ArrayList<>((List<?>) stream.get("siblings"));
                    siblings.add("A".repeat(43) + "=");
                    stream.put("siblings", siblings);
                });
            case MAP_ROOT_CHANGED -> {
                Map<String, Object> map = object(files, BundleNames.MAP_PROOF);
                map.put("root", Base64Text.encode(Hashing.of(utf8("r" + random.nextInt()))));
                files.put(BundleNames.MAP_PROOF, Json.bytes(map));
            }
            case RECEIPT_CHANGED ->
                sources(files, sources -> {
                    @SuppressWarnings("unchecked")
                    Map<String, Object> source = (Map<String, Object>) sources.getFirst();
                    boolean sender = random.nextBoolean();
                    source.put(sender ? "sender" : "rows", sender ? "somebody else" : (Object) 1L);
                });
            case RECEIPT_REMOVED -> sources(files, List::removeFirst);
        }
        return signed(files, log);
    }

    private interface ProofChange {
        TlogProof change(TlogProof proof);
    }

    private interface JsonChange {
        void change(Map<String, Object> json);
    }

    private static void sources(Map<String, byte[]> files, Consumer<List<Object>> change) {
        List<Object> sources =
                new ArrayList<>((List<?>) object(files, BundleNames.SOURCES).get("sources"));
        change.accept(sources);
        files.put(BundleNames.SOURCES, Json.bytes(Map.of("sources", sources)));
    }

    private void proof(Map<String, byte[]> files, ProofChange change) {
        String name = any(files, "proofs/");
        files.put(
                name, utf8(change.change(TlogProof.parse(text(files.get(name)))).text()));
    }

    private static void allProofs(Map<String, byte[]> files, ProofChange change) {
        for (String name :
                files.keySet().stream().filter(it -> it.startsWith("proofs/")).toList()) {
            files.put(
                    name,
                    utf8(change.change(TlogProof.parse(text(files.get(name)))).text()));
        }
    }

    private static TlogProof with(TlogProof proof, long index, List<byte[]> hashes) {
        return new TlogProof(proof.extra(), index, hashes, proof.checkpoint());
    }

    private void swapProofs(Map<String, byte[]> files) {
        List<String> names =
                files.keySet().stream().filter(it -> it.startsWith("proofs/")).toList();
        int one = random.nextInt(names.size());
        int other = (one + 1 + random.nextInt(names.size() - 1)) % names.size();
        byte[] kept = files.get(names.get(one));
        files.put(names.get(one), files.get(names.get(other)));
        files.put(names.get(other), kept);
    }

    /** The event goes with its proof, and the map is made to say one less. */
    private void removeEvent(Map<String, byte[]> files, boolean last) {
        chain(files, "\"position\"", chain -> {
            List<Object> events = new ArrayList<>((List<?>) chain.get("events"));
            int at = last ? events.size() - 1 : random.nextInt(events.size());
            events.remove(at);
            chain.put("events", events);
            Object stream = chain.get("stream");
            mapStreams(files, proof -> {
                if (stream.equals(proof.get("stream"))) {
                    proof.put("count", (long) events.size());
                }
            });
        });
    }

    /** Changes one history that holds this; one without would stay as true as it was. */
    private void chain(Map<String, byte[]> files, String holding, JsonChange change) {
        List<String> chains = files.keySet().stream()
                .filter(it -> it.endsWith(".chain.json") && text(files.get(it)).contains(holding))
                .toList();
        String name = chains.get(random.nextInt(chains.size()));
        Map<String, Object> json = object(files, name);
        change.change(json);
        files.put(name, Json.bytes(json));
    }

    private static void mapStreams(Map<String, byte[]> files, JsonChange change) {
        Map<String, Object> map = object(files, BundleNames.MAP_PROOF);
        for (Object stream : (List<?>) map.get("streams")) {
            @SuppressWarnings("unchecked")
            Map<String, Object> proof = (Map<String, Object>) stream;
            change.change(proof);
        }
        files.put(BundleNames.MAP_PROOF, Json.bytes(map));
    }

    private static byte[] signed(Map<String, byte[]> files, NoteSigner by) {
        Map<String, Object> manifest = object(files, BundleNames.MANIFEST);
        nameFiles(manifest, files);
        byte[] bytes = Json.bytes(manifest);
        String note = BundleNames.MANIFEST_NOTE_HEAD + "\n" + manifest.get("id") + "\n"
                + HexFormat.of().formatHex(Hashing.of(bytes)) + "\n";
        files.put(BundleNames.MANIFEST, bytes);
        files.put(BundleNames.MANIFEST_NOTE, utf8(SignedNote.with(note, by.line(note))));
        return StoredZip.write(files);
    }

    private static void nameFiles(Map<String, Object> manifest, Map<String, byte[]> files) {
        Map<String, Object> hashes = new TreeMap<>();
        files.forEach((name, bytes) -> {
            if (!name.startsWith("manifest")) {
                hashes.put(name, HexFormat.of().formatHex(Hashing.of(bytes)));
            }
        });
        manifest.put("files", hashes);
    }

    private void flip(Map<String, byte[]> files, String name) {
        byte[] changed = files.get(name).clone();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        files.put(name, changed);
    }

    private String any(Map<String, byte[]> files, String prefix) {
        List<String> names =
                files.keySet().stream().filter(it -> it.startsWith(prefix)).toList();
        return names.get(random.nextInt(names.size()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, byte[]> files, String name) {
        @Nullable Object json = Json.parse(files.get(name));
        return (Map<String, Object>) json;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
