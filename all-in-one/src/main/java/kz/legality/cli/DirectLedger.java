package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import kz.legality.command.intake.Progress.Phase;
import kz.legality.command.intake.Receipt;
import kz.legality.command.policy.PolicyFile;
import kz.legality.command.store.StoreIntegrity;
import kz.legality.device.ListStatus;
import kz.legality.door.answer.AnswerJson;
import kz.legality.door.answer.ArchiveAnswer;
import kz.legality.door.answer.DeviceAnswer;
import kz.legality.door.answer.HistoryAnswer;
import kz.legality.door.answer.IntegrityAnswer;
import kz.legality.door.answer.Moments;
import kz.legality.door.answer.Owners;
import kz.legality.door.answer.PersonalFields;
import kz.legality.door.answer.PolicyAnswer;
import kz.legality.door.answer.ReplayAnswer;
import kz.legality.door.file.FileState;
import kz.legality.door.list.ReleasedRows;
import kz.legality.door.problem.RequestProblem;
import kz.legality.door.release.ListReleases;
import kz.legality.door.release.ReleaseForm;
import kz.legality.event.Source;
import kz.legality.finding.FindingState;
import kz.legality.finding.Severity;
import kz.legality.identifier.Imei;
import kz.legality.launch.Backup;
import kz.legality.launch.DataDirectory;
import kz.legality.launch.Evidence;
import kz.legality.launch.GreyTermSweep;
import kz.legality.launch.LedgerIntegrity;
import kz.legality.launch.LedgerSettings;
import kz.legality.launch.NoticeRun;
import kz.legality.launch.OpenLedger;
import kz.legality.policy.Activating.Activation;
import kz.legality.policy.Policy;
import kz.legality.query.device.DeviceState;
import kz.legality.query.device.Moment;
import kz.legality.query.finding.FindingQueries;
import kz.legality.release.ListName;
import kz.legality.release.ReleaseEvent.ListReleased;
import kz.legality.sourcefile.FileKind;
import org.jspecify.annotations.Nullable;

/** A ledger whose directory this process opened for the time of one verb. Nothing personal is shown. */
final class DirectLedger implements LedgerConnection {
    /** Judging more than this takes longer than whoever fed the file should wait for: about a quarter of a minute. */
    private static final long UNJUDGED_EVENTS_MAX = 250_000;

    private final OpenLedger ledger;
    private long headAtOpening;
    private @Nullable ReleasedRows released;

    private DirectLedger(OpenLedger ledger) {
        this.ledger = ledger;
        this.headAtOpening = ledger.queries().projections().headPosition();
    }

    static DirectLedger open(DataDirectory data, LedgerSettings settings) {
        return new DirectLedger(OpenLedger.open(data, settings));
    }

    @Override
    public JsonNode ingest(FileKind kind, Path file, String sender, Progress progress) {
        try {
            Receipt receipt = ledger.intake()
                    .receive(
                            kind,
                            file.getFileName().toString(),
                            sender,
                            file,
                            (phase, rows, read, total) -> progress.at(
                                    rows, phase == Phase.RECORDING && total > 0 ? (double) read / total : -1));
            return AnswerJson.tree(FileState.of(receipt, receipt.repeated()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public JsonNode device(Imei imei, @Nullable String asOf, @Nullable String knownAt) {
        catchUp();
        Moment moment = Moments.of(asOf, knownAt, ledger.policy().zone());
        DeviceState state = ledger.queries().devices().state(imei, moment);
        return AnswerJson.tree(DeviceAnswer.of(
                state,
                Owners.shown(state.owner(), null),
                ledger.queries().findings().ofDevice(imei, moment)));
    }

    @Override
    public JsonNode history(Imei imei, @Nullable String asOf, @Nullable String knownAt) {
        catchUp();
        return AnswerJson.tree(HistoryAnswer.of(
                ledger.queries()
                        .devices()
                        .history(imei, Moments.of(asOf, knownAt, ledger.policy().zone())),
                event -> PersonalFields.withhold(event.data())));
    }

    @Override
    public void list(String list, Consumer<JsonNode> entry) {
        catchUp();
        ListStatus status = ListStatus.valueOf(list.toUpperCase(Locale.ROOT));
        ledger.queries().lists().stream(status, it -> entry.accept(AnswerJson.tree(it)));
    }

    @Override
    public long released(Wanted wanted, Consumer<JsonNode> row) {
        return ofReleases(rows -> told(rows, wanted, row));
    }

    @Override
    public Kept kept(ListName list, @Nullable Long number, ReleaseForm form, Path into) {
        return ofReleases(rows -> {
            ListReleased release = rows.release(list, number);
            try {
                Files.copy(rows.file(release, form), into, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException("the release cannot be copied: " + e.getMessage(), e);
            }
            return new Kept(release.number(), release.entries());
        });
    }

    private <T> T ofReleases(Function<ReleasedRows, T> asked) {
        catchUp();
        long before = ledger.queries().projections().headPosition();
        try {
            T answer = asked.apply(releasedRows());
            // That a list was released or read is nothing to judge.
            headAtOpening += ledger.queries().projections().headPosition() - before;
            return answer;
        } catch (RequestProblem refused) {
            throw new BadArgument(String.valueOf(refused.getMessage()));
        }
    }

    private static long told(ReleasedRows rows, Wanted wanted, Consumer<JsonNode> row) {
        ReleasedRows.Asked asked = new ReleasedRows.Asked(
                rows.release(wanted.list(), wanted.release()),
                wanted.since(),
                wanted.operator(),
                wanted.operator() != null);
        List<JsonNode> opened = new ArrayList<>();
        long told = rows.each(asked, asked.opened() ? opened::add : row);
        // Before they leave: what cannot be recorded is not shown.
        rows.recordReading(asked, told, "command line", List.of("OPERATOR"), wanted.purpose(), wanted.basis());
        opened.forEach(row);
        return asked.release().number();
    }

    private ReleasedRows releasedRows() {
        ReleasedRows known = released;
        if (known == null) {
            known = new ReleasedRows(ledger, new ListReleases(ledger));
            released = known;
        }
        return known;
    }

    @Override
    public void claims(Consumer<JsonNode> claim) {
        trace();
        ledger.queries().claims().eachRanked(it -> claim.accept(AnswerJson.tree(it)));
    }

    @Override
    public JsonNode claim(String number) {
        trace();
        ObjectNode claim = ledger.queries()
                .claims()
                .claim(number)
                .map(it -> (ObjectNode) AnswerJson.tree(it))
                .orElseThrow(() -> new BadArgument("there is no refund claim '" + number + "'"));
        claim.set("devices", AnswerJson.tree(ledger.queries().claims().devices(number)));
        return claim;
    }

    @Override
    public void findings(
            @Nullable String rule, @Nullable String severity, @Nullable String state, Consumer<JsonNode> finding) {
        trace();
        FindingQueries.Asked asked = new FindingQueries.Asked(
                rule,
                severity == null ? null : Severity.valueOf(severity),
                state == null ? null : FindingState.valueOf(state),
                null);
        ledger.queries().findings().each(asked, it -> finding.accept(AnswerJson.tree(it)));
    }

    /** Claims and findings by everything that is recorded. */
    private void trace() {
        catchUp();
        TerminalProgress progress = new TerminalProgress("judging what was recorded", "events");
        ledger.tracing()
                .catchUp(step ->
                        progress.at(step.done(), (double) step.done() / Math.max(1, step.done() + step.left())));
        progress.done();
        catchUp();
    }

    @Override
    public JsonNode expire(@Nullable LocalDate on) {
        catchUp();
        Instant until = on == null
                ? Instant.now()
                : GreyTermSweep.endOf(on, ledger.policy().zone());
        TerminalProgress progress = new TerminalProgress("ending grey terms", "devices");
        GreyTermSweep.Report report = GreyTermSweep.run(ledger, until, devices -> progress.at(devices, -1));
        progress.done();
        catchUp();
        return AnswerJson.tree(report);
    }

    @Override
    public JsonNode tellOwners() {
        catchUp();
        return AnswerJson.tree(NoticeRun.run(ledger, Instant.now()));
    }

    @Override
    public JsonNode policies() {
        return AnswerJson.tree(PolicyAnswer.of(ledger.policies()));
    }

    @Override
    public JsonNode dryRunPolicy(String file) {
        catchUp();
        return AnswerJson.tree(ledger.dryRun(PolicyFile.read(file)));
    }

    @Override
    public JsonNode activatePolicy(String file) {
        catchUp();
        Policy policy = PolicyFile.read(file);
        Source.Actor actor = new Source.Actor(
                System.getProperty("user.name", "operator"), UUID.randomUUID().toString());
        return switch (ledger.activate(policy, actor)) {
            case Activation.Refused refused -> throw new IllegalStateException(refused.detail());
            case Activation.Accepted accepted ->
                AnswerJson.tree(PolicyAnswer.Activated.of(policy, accepted, ledger.policies()));
        };
    }

    @Override
    public JsonNode replay(List<String> views, Progress progress) {
        return AnswerJson.tree(ReplayAnswer.run(
                ledger.queries(), views, (done, total) -> progress.at(done, total == 0 ? -1 : (double) done / total)));
    }

    @Override
    public JsonNode verifyArchive(Progress progress) {
        return AnswerJson.tree(ArchiveAnswer.of(ledger.observations().verify()));
    }

    @Override
    public JsonNode fsck(Progress progress) {
        StoreIntegrity store = ledger.integrity()
                .orElseThrow(
                        () -> new BadArgument("the events are kept by an Axon Server, which checks its files itself"));
        return AnswerJson.tree(IntegrityAnswer.of(LedgerIntegrity.check(
                ledger, store, (done, total) -> progress.at(done, total == 0 ? -1 : (double) done / total))));
    }

    @Override
    public JsonNode backup(Path into, Progress progress) {
        return AnswerJson.tree(Backup.take(
                ledger,
                into,
                Clock.systemUTC(),
                (done, total) -> progress.at(done, total == 0 ? -1 : (double) done / total)));
    }

    @Override
    public JsonNode evidence(
            List<Imei> imeis, String caseNumber, String basis, @Nullable String asOf, Path out, Progress progress) {
        Evidence evidence = ledger.evidence()
                .orElseThrow(() -> new BadArgument(
                        "the events are kept by an Axon Server; evidence is made beside the" + " embedded store only"));
        Evidence.Asking asking =
                new Evidence.Asking("command line", List.of("ADMIN"), caseNumber, basis, null, null, false);
        Instant moment = Moments.of(asOf, null, ledger.policy().zone()).asOf();
        TerminalProgress reading = new TerminalProgress("bringing the log up to date", "events");
        evidence.log().catchUp((done, due) -> reading.at(done, (double) done / Math.max(1, due)));
        reading.done();
        Path made = evidence.make(
                evidence.request(imeis, asking, moment),
                (done, total) -> progress.at(done, (double) done / Math.max(1, total)));
        try {
            Files.copy(made, out, StandardCopyOption.REPLACE_EXISTING);
            String id = made.getFileName().toString().replace(".evz", "");
            return AnswerJson.tree(Map.of("id", id, "bytes", Files.size(out)));
        } catch (IOException e) {
            throw new UncheckedIOException(out + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Whoever asks next finds the views up to date, and so does this verb. */
    void catchUp() {
        TerminalProgress progress = new TerminalProgress("bringing the views up to date", "events");
        ledger.queries()
                .projections()
                .catchUp(step ->
                        progress.at(step.done(), (double) step.done() / Math.max(1, step.done() + step.left())));
        progress.done();
    }

    /**
     * Who records something leaves the views up to date, so that the next look-up need not wait; findings too, unless that
     * takes long: then it is left to whoever asks for them next, or to the ledger when it runs. Who only looked something up
     * judges nothing.
     */
    @Override
    public void close() {
        long head = ledger.queries().projections().headPosition();
        if (head > headAtOpening) {
            catchUp();
            long unjudged = head - ledger.tracing().position();
            if (unjudged <= UNJUDGED_EVENTS_MAX) {
                trace();
            } else {
                System.err.printf(
                        Locale.ROOT,
                        "%,d events are not judged yet; whoever asks for claims or findings next, or the ledger when it"
                                + " runs, does that.%n",
                        unjudged);
            }
        }
        ledger.close();
    }
}
