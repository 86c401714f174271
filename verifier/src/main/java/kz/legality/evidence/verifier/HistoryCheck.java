package kz.legality.evidence.verifier;

import static kz.legality.evidence.verifier.Report.Outcome.FAIL;
import static kz.legality.evidence.verifier.Report.Outcome.PASS;
import static kz.legality.evidence.verifier.Report.Outcome.SKIPPED;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kz.legality.evidence.proof.Base64Text;
import kz.legality.evidence.proof.BundleNames;
import kz.legality.evidence.proof.Checkpoint;
import kz.legality.evidence.proof.Hashing;
import kz.legality.evidence.proof.LogEntry;
import kz.legality.evidence.proof.MerkleTree;
import kz.legality.evidence.proof.ProofFault;
import kz.legality.evidence.proof.StreamMap;
import kz.legality.evidence.proof.StreamState;
import kz.legality.evidence.proof.TlogProof;
import org.jspecify.annotations.Nullable;

/** Checks what a bundle says of its devices, under a checkpoint that was found good. */
final class HistoryCheck {
    private static final String IMPORT = "DeviceImported";
    private static final int IMEI_KEY_DIGITS = 14;

    private final Map<String, byte[]> files;
    private final Fields manifest;
    private final Checkpoint checkpoint;
    private final String checkpointNote;
    private final Trust trust;
    private final Report report;
    private final Map<Long, ProvenEvent> proven = new HashMap<>();
    private long opened;

    HistoryCheck(Map<String, byte[]> files, Fields manifest, Checkpoint checkpoint, Trust trust, Report report) {
        this.files = files;
        this.manifest = manifest;
        this.checkpoint = checkpoint;
        this.checkpointNote = BundleCheck.text(files, BundleNames.CHECKPOINT);
        this.trust = trust;
        this.report = report;
    }

    /** One device's part of the bundle. */
    private record Chain(String stream, byte[] key, List<ProvenEvent> events) {}

    void run() {
        List<Chain> chains = new ArrayList<>();
        try {
            Fields other = Fields.parse(BundleCheck.required(files, BundleNames.OTHER_EVENTS));
            prove(other);
            for (String imei : manifest.texts("imeis")) {
                Fields chain = Fields.parse(BundleCheck.required(files, BundleNames.chain(streamOf(imei))));
                chains.add(new Chain(chain.text("stream"), chain.hash("key"), prove(chain)));
            }
        } catch (Failed failed) {
            report.note(failed.check, FAIL, String.valueOf(failed.getMessage()));
            return;
        } catch (IllegalArgumentException unreadable) {
            report.note(Check.EVENTS, FAIL, String.valueOf(unreadable.getMessage()));
            return;
        }
        report.note(Check.INCLUSION, PASS, proven.size() + " entries");
        report.note(Check.EVENTS, PASS, proven.size() + " events");
        checked(Check.OPENED_FIELDS, this::checkOpened);
        checked(Check.CHAINS, () -> checkChains(chains));
        checked(Check.MAP_ROOT, () -> checkMap(chains));
        checked(
                Check.SOURCES,
                () -> new SourcesCheck(files, proven, report)
                        .run(chains.stream().flatMap(it -> it.events().stream()).toList()));
        checked(Check.STREAM_NAMES, () -> checkNames(chains));
    }

    /** A check that failed, named. */
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Check check;

        Failed(Check check, String why) {
            super(why);
            this.check = check;
        }
    }

    private interface Checking {
        void check();
    }

    private void checked(Check check, Checking checking) {
        try {
            checking.check();
        } catch (Failed failed) {
            report.note(failed.check, FAIL, String.valueOf(failed.getMessage()));
        } catch (IllegalArgumentException unreadable) {
            report.note(check, FAIL, String.valueOf(unreadable.getMessage()));
        }
    }

    private List<ProvenEvent> prove(Fields chain) {
        List<ProvenEvent> events = new ArrayList<>();
        for (Fields listed : chain.objects("events")) {
            ProvenEvent event = prove(listed.number("position"), listed);
            proven.put(event.position(), event);
            events.add(event);
        }
        return events;
    }

    private ProvenEvent prove(long position, Fields listed) {
        TlogProof proof;
        LogEntry entry;
        byte[] entryBytes;
        try {
            proof = TlogProof.parse(BundleCheck.text(files, BundleNames.proof(position)));
            byte[] extra = proof.extra();
            entryBytes = extra == null ? new byte[0] : extra;
            entry = LogEntry.parse(entryBytes);
        } catch (IllegalArgumentException unreadable) {
            throw new Failed(Check.INCLUSION, "at " + position + ": " + unreadable.getMessage());
        }
        if (!proof.checkpoint().equals(checkpointNote)) {
            throw new Failed(Check.INCLUSION, "at " + position + ": the proof is for another checkpoint");
        }
        if (proof.index() != position || entry.position() != position) {
            throw new Failed(
                    Check.INCLUSION, "at " + position + ": the proof or the entry is that of another position");
        }
        byte[] leaf = Hashing.leaf(entryBytes);
        Optional<ProofFault> fault =
                MerkleTree.checkInclusion(position, checkpoint.size(), leaf, proof.hashes(), checkpoint.root());
        if (fault.isPresent()) {
            throw new Failed(
                    Check.INCLUSION, "at " + position + ": " + fault.get().sentence());
        }
        return new ProvenEvent(position, entry, leaf, checkEvent(position, entry, listed), listed.objects("opened"));
    }

    private Fields checkEvent(long position, LogEntry entry, Fields listed) {
        byte[] bytes = BundleCheck.required(files, BundleNames.event(position));
        if (!Arrays.equals(Hashing.of(listed.hash("salt"), bytes), entry.eventHash())) {
            throw new Failed(Check.EVENTS, "the event at " + position + " is not the one that was logged");
        }
        Fields event = Fields.parse(bytes);
        boolean same = event.number("position") == position
                && event.text("type").equals(entry.type())
                && event.text("revision").equals(entry.revision())
                && event.text("recordedAt").equals(entry.recordedAt().toString());
        if (!same) {
            throw new Failed(Check.EVENTS, "the event at " + position + " says something else than its entry");
        }
        return event;
    }

    private void checkChains(List<Chain> chains) {
        long links = 0;
        for (Chain chain : chains) {
            byte[] previous = LogEntry.NOTHING_BEFORE;
            for (int i = 0; i < chain.events().size(); i++) {
                ProvenEvent event = chain.events().get(i);
                String at = chain.stream() + ", event " + i + ": ";
                if (!event.event().text("stream").equals(chain.stream())
                        || !Arrays.equals(event.entry().streamKey(), chain.key())) {
                    throw new IllegalArgumentException(at + "it belongs to another device");
                }
                if (event.entry().sequence() != i) {
                    throw new IllegalArgumentException(
                            at + "number " + event.entry().sequence() + " stands in its place");
                }
                if (!Arrays.equals(event.entry().previous(), previous)) {
                    throw new IllegalArgumentException(at + "it does not follow the one before it");
                }
                previous = event.leaf();
                links++;
            }
        }
        report.note(Check.CHAINS, PASS, chains.size() + " devices, " + links + " events");
    }

    private void checkMap(List<Chain> chains) {
        Fields map = Fields.parse(BundleCheck.required(files, BundleNames.MAP_PROOF));
        byte[] root = map.hash("root");
        long size = map.number("size");
        ProvenEvent committed = proven.get(map.number("position"));
        if (committed == null || !committed.entry().type().equals("MapRootCommitted")) {
            throw new IllegalArgumentException("no event of the log commits to it");
        }
        Fields said = committed.event().object("data");
        if (said.number("size") != size || !Arrays.equals(said.hash("root"), root) || size > committed.position()) {
            throw new IllegalArgumentException("the log committed to another root, or for another size");
        }
        report.note(Check.MAP_ROOT, PASS, "at size " + size);
        checked(Check.COMPLETENESS, () -> checkComplete(chains, map, root, size));
    }

    private void checkComplete(List<Chain> chains, Fields map, byte[] root, long size) {
        Map<String, Fields> proofs = new HashMap<>();
        map.objects("streams").forEach(stream -> proofs.put(stream.text("stream"), stream));
        checked(Check.QUERY, () -> checkQuery(chains, proofs));
        for (Chain chain : chains) {
            Fields written = proofs.get(chain.stream());
            if (written == null) {
                throw new IllegalArgumentException(chain.stream() + ": the map says nothing of it");
            }
            StreamMap.Proof proof = proofIn(written, chain.key());
            StreamMap.check(proof, root).ifPresent(fault -> {
                throw new IllegalArgumentException(chain.stream() + ": " + fault.sentence());
            });
            StreamState due = stateOf(chain, size);
            StreamState state = proof.state() == null ? StreamState.NONE : proof.state();
            if (state.count() != due.count() || !Arrays.equals(state.head(), due.head())) {
                throw new IllegalArgumentException(chain.stream() + ": the map counts " + state.count()
                        + " events, the bundle holds " + due.count() + ", or the last is another");
            }
            if (!state.kinds().equals(due.kinds())) {
                throw new IllegalArgumentException(chain.stream() + ": the map knows other kinds of events");
            }
            report.say(finding(chain.stream(), state, size));
        }
        report.note(Check.COMPLETENESS, PASS, chains.size() + " devices");
    }

    private void checkQuery(List<Chain> chains, Map<String, Fields> proofs) {
        List<String> imeis = manifest.texts("imeis");
        if (imeis.isEmpty() || proofs.size() != new TreeSet<>(imeis).size() || imeis.size() != chains.size()) {
            throw new IllegalArgumentException("the bundle holds more or fewer devices than were asked for");
        }
        for (int i = 0; i < imeis.size(); i++) {
            if (!chains.get(i).stream().equals(streamOf(imeis.get(i)))) {
                throw new IllegalArgumentException(imeis.get(i) + " was asked for, and is not here");
            }
        }
        report.note(Check.QUERY, PASS, imeis.size() + " IMEIs");
    }

    private static StreamState stateOf(Chain chain, long size) {
        StreamState state = StreamState.NONE;
        for (ProvenEvent event : chain.events()) {
            if (event.position() >= size) {
                throw new IllegalArgumentException(
                        chain.stream() + ": an event behind the committed root is among them");
            }
            state = state.after(event.leaf(), event.entry().type());
        }
        return state;
    }

    private static StreamMap.Proof proofIn(Fields written, byte[] key) {
        List<byte[]> siblings =
                written.texts("siblings").stream().map(Base64Text::hash).toList();
        if (written.has("count")) {
            StreamState state = new StreamState(written.number("count"), written.hash("head"), written.texts("kinds"));
            return new StreamMap.Proof(key, state, null, siblings);
        }
        StreamMap.Other other = written.has("otherKey")
                ? new StreamMap.Other(written.hash("otherKey"), written.hash("otherState"))
                : null;
        return new StreamMap.Proof(key, null, other, siblings);
    }

    private static String finding(String stream, StreamState state, long size) {
        if (state.count() == 0) {
            return "IMEI " + stream + ": no event at all is in the log up to size " + size + ".";
        }
        return "IMEI " + stream + ": " + state.count() + " events, which are all up to size " + size + ": "
                + String.join(", ", state.kinds()) + "."
                + (state.kinds().contains(IMPORT) ? "" : " It was never imported by a customs declaration.");
    }

    private void checkOpened() {
        for (ProvenEvent event : proven.values()) {
            for (Fields field : event.opened()) {
                byte[] salt = Base64Text.decode(field.text("salt"));
                byte[] commitment = Hashing.of(salt, utf8(field.text("field")), new byte[1], utf8(field.text("value")));
                String written =
                        java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(commitment);
                if (!written.equals(commitmentAt(event.event().object("data"), field.text("field")))) {
                    throw new IllegalArgumentException("the event at " + event.position() + ": " + field.text("field")
                            + " was another when it was logged");
                }
                opened++;
            }
        }
        report.note(Check.OPENED_FIELDS, PASS, opened + " fields; the others are withheld");
    }

    /** Follows a path such as {@code owner.person} or {@code rows[3].cells}. */
    private static @Nullable String commitmentAt(Fields data, String path) {
        Object at = data.members();
        for (String step : path.replace("[", ".[").split("\\.")) {
            if (step.startsWith("[") && at instanceof List<?> list) {
                int index = Integer.parseInt(step.substring(1, step.length() - 1));
                at = index < list.size() ? list.get(index) : null;
            } else {
                at = at instanceof Map<?, ?> members ? members.get(step) : null;
            }
        }
        return at instanceof Map<?, ?> sealed && sealed.get("commitment") instanceof String text ? text : null;
    }

    private void checkNames(List<Chain> chains) {
        byte[] indexKey = trust.indexKey();
        if (indexKey == null) {
            report.note(Check.STREAM_NAMES, SKIPPED, "the index key was not given; it is kept with the ledger");
            return;
        }
        for (Chain chain : chains) {
            if (!Arrays.equals(hmac(indexKey, utf8(chain.stream())), chain.key())) {
                throw new IllegalArgumentException(chain.stream() + " has another name in this log");
            }
        }
        report.note(Check.STREAM_NAMES, PASS, chains.size() + " devices");
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String streamOf(String imei) {
        return imei.length() > IMEI_KEY_DIGITS ? imei.substring(0, IMEI_KEY_DIGITS) : imei;
    }
}
