package kz.legality.evidence.verifier;

import static kz.legality.evidence.verifier.Report.Outcome.FAIL;
import static kz.legality.evidence.verifier.Report.Outcome.PASS;
import static kz.legality.evidence.verifier.Report.Outcome.SKIPPED;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import kz.legality.evidence.proof.BundleNames;
import kz.legality.evidence.proof.Checkpoint;
import kz.legality.evidence.proof.Hashing;
import kz.legality.evidence.proof.SignedNote;
import kz.legality.evidence.proof.StoredZip;
import kz.legality.evidence.proof.TimeStamp;
import kz.legality.evidence.proof.VerifierKey;

/** Checks one bundle from the outside in: the file, what signed it, and then what it says. Stops where nothing can hold. */
public final class BundleCheck {
    private final Trust trust;
    private final Report report = new Report();

    private BundleCheck(Trust trust) {
        this.trust = trust;
    }

    public static Report of(byte[] bundle, Trust trust) {
        BundleCheck check = new BundleCheck(trust);
        Map<String, byte[]> files;
        try {
            files = StoredZip.read(bundle);
        } catch (IllegalArgumentException torn) {
            check.report.note(Check.CONTAINER, FAIL, String.valueOf(torn.getMessage()));
            return check.report;
        }
        check.report.note(Check.CONTAINER, PASS, files.size() + " files");
        check.checkFiles(files);
        return check.report;
    }

    /** The files themselves, however they were sent. */
    public static Report of(Map<String, byte[]> files, Trust trust) {
        BundleCheck check = new BundleCheck(trust);
        check.report.note(Check.CONTAINER, SKIPPED, "the files were given without one");
        check.checkFiles(files);
        return check.report;
    }

    private void checkFiles(Map<String, byte[]> files) {
        Optional<Fields> manifest = guarded(Check.MANIFEST, () -> checkManifest(files));
        if (manifest.isEmpty()) {
            return;
        }
        guarded(Check.FILES, () -> checkHashes(files, manifest.get()));
        Optional<Checkpoint> checkpoint = guarded(Check.CHECKPOINT, () -> checkCheckpoint(files));
        if (checkpoint.isEmpty()) {
            return;
        }
        new HistoryCheck(files, manifest.get(), checkpoint.get(), trust, report).run();
        guarded(Check.TIMESTAMP, () -> checkTimeStamp(files));
        tellOfPapers(manifest.get());
    }

    private Fields checkManifest(Map<String, byte[]> files) {
        byte[] bytes = required(files, BundleNames.MANIFEST);
        SignedNote note = SignedNote.parse(text(files, BundleNames.MANIFEST_NOTE));
        Fields manifest = Fields.parse(bytes);
        String due = BundleNames.MANIFEST_NOTE_HEAD + "\n" + manifest.text("id") + "\n"
                + HexFormat.of().formatHex(Hashing.of(bytes)) + "\n";
        if (!note.text().equals(due)) {
            throw new IllegalArgumentException("the signature speaks of another manifest");
        }
        VerifierKey key = signer(note);
        if (!manifest.text("format").equals(BundleNames.FORMAT)) {
            throw new IllegalArgumentException("this is no bundle of the form " + BundleNames.FORMAT);
        }
        report.note(Check.MANIFEST, PASS, "by " + key.name());
        report.say("Bundle " + manifest.text("id") + ", case " + manifest.text("case") + ", on the ground of: "
                + manifest.text("legalBasis") + "; issued " + manifest.text("issuedAt") + ".");
        return manifest;
    }

    private Boolean checkHashes(Map<String, byte[]> files, Fields manifest) {
        Fields named = manifest.object("files");
        TreeSet<String> unnamed = new TreeSet<>(files.keySet());
        unnamed.remove(BundleNames.MANIFEST);
        unnamed.remove(BundleNames.MANIFEST_NOTE);
        for (Object name : named.members().keySet()) {
            String file = (String) name;
            String hash = HexFormat.of().formatHex(Hashing.of(required(files, file)));
            if (!hash.equals(named.text(file))) {
                throw new IllegalArgumentException(file + " was changed");
            }
            unnamed.remove(file);
        }
        if (!unnamed.isEmpty()) {
            throw new IllegalArgumentException("the manifest does not name " + unnamed.getFirst());
        }
        report.note(Check.FILES, PASS, named.members().size() + " files");
        return true;
    }

    private Checkpoint checkCheckpoint(Map<String, byte[]> files) {
        SignedNote note = SignedNote.parse(text(files, BundleNames.CHECKPOINT));
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        VerifierKey key = signer(note);
        if (!checkpoint.origin().equals(key.name())) {
            throw new IllegalArgumentException("the checkpoint is of the log " + checkpoint.origin());
        }
        report.note(Check.CHECKPOINT, PASS, "size " + checkpoint.size() + ", by " + key.name());
        checkWitnesses(note);
        return checkpoint;
    }

    private void checkWitnesses(SignedNote note) {
        if (trust.witnesses().isEmpty()) {
            report.note(Check.WITNESSES, SKIPPED, "no witness's key was given");
            return;
        }
        List<String> missing = trust.witnesses().stream()
                .filter(witness -> note.cosignedBy(witness).isEmpty())
                .map(VerifierKey::name)
                .toList();
        if (missing.isEmpty()) {
            report.note(Check.WITNESSES, PASS, trust.witnesses().size() + " witnesses");
        } else {
            report.note(Check.WITNESSES, FAIL, "not seen by " + String.join(", ", missing));
        }
    }

    private boolean checkTimeStamp(Map<String, byte[]> files) {
        byte[] response = files.get(BundleNames.TIME_STAMP);
        if (response == null) {
            report.note(Check.TIMESTAMP, SKIPPED, "no time stamp is in the bundle");
            return true;
        }
        TimeStamp stamp = TimeStamp.parse(response);
        if (!Arrays.equals(stamp.imprint(), Hashing.of(required(files, BundleNames.CHECKPOINT)))) {
            throw new IllegalArgumentException("the time stamp is of something else than this checkpoint");
        }
        if (trust.timeStamping().isEmpty()) {
            report.note(Check.TIMESTAMP, SKIPPED, "of " + stamp.at() + ", but no authority's certificate was given");
        } else {
            report.note(Check.TIMESTAMP, PASS, stamp.at() + ", by " + stamp.signedBy(trust.timeStamping()));
        }
        return true;
    }

    /** What they are signed with would need a library to be read. That they are the ledger's own is the manifest's word. */
    private void tellOfPapers(Fields manifest) {
        String signed = manifest.has("papers") ? manifest.text("papers") : BundleNames.UNSIGNED;
        report.note(
                Check.PAPERS,
                SKIPPED,
                signed.equals(BundleNames.UNSIGNED)
                        ? "nobody signed them; the manifest names their SHA-256"
                        : signed + " by " + manifest.text("papersSignedBy"));
    }

    private VerifierKey signer(SignedNote note) {
        return trust.log().stream()
                .filter(note::signedBy)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no key that is trusted signed it"));
    }

    private interface Checking<T> {
        T check();
    }

    private <T> Optional<T> guarded(Check check, Checking<T> checking) {
        try {
            return Optional.of(checking.check());
        } catch (IllegalArgumentException failed) {
            report.note(check, FAIL, String.valueOf(failed.getMessage()));
            return Optional.empty();
        }
    }

    static byte[] required(Map<String, byte[]> files, String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return content;
    }

    static String text(Map<String, byte[]> files, String name) {
        return new String(required(files, name), StandardCharsets.UTF_8);
    }
}
