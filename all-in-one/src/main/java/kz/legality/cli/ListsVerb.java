package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kz.legality.cli.LedgerConnection.Kept;
import kz.legality.cli.LedgerConnection.Wanted;
import kz.legality.door.list.ReleasedRows;
import kz.legality.door.release.ReleaseForm;
import kz.legality.release.ListName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "lists",
        description = "The lists operators consume.",
        subcommands = ListsVerb.Export.class,
        mixinStandardHelpOptions = true)
final class ListsVerb implements Callable<Integer> {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);

    @Override
    public Integer call() {
        throw new BadArgument("lists what? ./ledger lists export LIST --out DIR");
    }

    @Command(
            name = "export",
            description = "Writes a list's newest release into a folder, or what changed since an older one.")
    static final class Export implements Callable<Integer> {
        @Mixin
        private final DataOptions data = new DataOptions();

        @Parameters(paramLabel = "LIST", description = "black, grey, white, exceptions or notifications")
        private String list = "";

        @Option(
                names = "--operator",
                paramLabel = "OP",
                description = "whose subscribers, with their numbers; exceptions and notifications of all name nobody")
        private @Nullable String operator;

        /** The operator, where the list is made for each. */
        private @Nullable String whose;

        @Option(
                names = "--since",
                paramLabel = "RELEASE",
                description = "the release that is held; 0 holds nothing. Writes what changed since")
        private @Nullable Long since;

        @Option(
                names = "--format",
                split = ",",
                defaultValue = "csv",
                paramLabel = "dirbs,csv,jsonl",
                description = "one or several (default: csv); dirbs has no grey and no white list")
        private List<ListFormat> formats = List.of();

        @Option(
                names = "--basis",
                defaultValue = "order № 226 of 23.05.2018",
                paramLabel = "TEXT",
                description = "on what basis subscribers' numbers are read, for the record (default: ${DEFAULT-VALUE})")
        private String basis = "";

        @Option(names = "--out", required = true, paramLabel = "DIR", description = "the folder, made if need be")
        private Path out = Path.of(".");

        @Override
        public Integer call() {
            ListName name = ListName.of(list)
                    .orElseThrow(() -> new BadArgument("there is no list '" + list + "'; the lists are "
                            + Arrays.stream(ListName.values())
                                    .map(ListName::written)
                                    .collect(Collectors.joining(", "))));
            // The other lists are the same for every operator.
            whose = name.namesSubscribers() ? operator : null;
            if (since != null && since < 0) {
                throw new BadArgument("releases are numbered from 1; --since 0 holds nothing");
            }
            Wanted wanted = new Wanted(name, whose, null, null, basis);
            DirbsForm dirbs = formats.contains(ListFormat.DIRBS) ? DirbsForm.of(name, whose) : null;
            try (LedgerConnection ledger = data.connectToAsk()) {
                if (since == null && dirbs == null && !name.namesSubscribers()) {
                    copyKept(ledger, name);
                } else if (since == null) {
                    writeWhole(ledger, wanted, dirbs);
                } else {
                    writeChanges(ledger, wanted, since, dirbs);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the list cannot be written into " + out + ": " + e.getMessage(), e);
            }
            return Ledger.DONE;
        }

        /** Written out row by row, a long list would take longer than to make it. */
        private void copyKept(LedgerConnection ledger, ListName name) throws IOException {
            Files.createDirectories(out);
            Long release = null;
            for (ListFormat format : formats) {
                ReleaseForm form = format == ListFormat.CSV ? ReleaseForm.CSV : ReleaseForm.JSON_LINES;
                Path file = out.resolve(list + "." + form.extension());
                Path unfinished = file.resolveSibling(file.getFileName() + ".part");
                Kept kept = ledger.kept(name, release, form, unfinished);
                release = kept.release();
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
                System.out.println(ListFiles.told(file, "release " + kept.release(), kept.entries()));
            }
        }

        private void writeWhole(LedgerConnection ledger, Wanted wanted, @Nullable DirbsForm dirbs) throws IOException {
            try (ListFiles files = new ListFiles(out)) {
                begin(files, written(), ReleasedRows.columns(wanted.list(), whose != null, false));
                if (dirbs != null) {
                    beginZip(files, dirbs, stamp());
                }
                long release = ledger.released(wanted, files::add);
                files.finish("release " + release).forEach(it -> System.out.println(it));
            }
        }

        private void writeChanges(LedgerConnection ledger, Wanted wanted, long held, @Nullable DirbsForm dirbs)
                throws IOException {
            List<JsonNode> changes = new ArrayList<>();
            long release =
                    ledger.released(new Wanted(wanted.list(), wanted.operator(), held, null, basis), changes::add);
            String span = held + "_" + release;
            try (ListFiles files = new ListFiles(out)) {
                begin(files, written() + "_delta_" + span, ReleasedRows.columns(wanted.list(), whose != null, true));
                changes.forEach(files::add);
                files.finish("release " + held + " to " + release).forEach(it -> System.out.println(it));
            }
            if (dirbs == null) {
                return;
            }
            Map<String, List<JsonNode>> byReason = new TreeMap<>(changes.stream()
                    .collect(Collectors.groupingBy(it -> it.path("change").asText())));
            String stamp = stamp();
            try (ListFiles files = new ListFiles(out)) {
                beginZip(files, dirbs, stamp);
                ledger.released(new Wanted(wanted.list(), wanted.operator(), null, release, basis), files::add);
                for (String reason : dirbs.words()) {
                    files.addToZip(
                            dirbs.delta(stamp, held, release, reason), dirbs, byReason.getOrDefault(reason, List.of()));
                }
                files.finish("release " + release).forEach(it -> System.out.println(it));
            }
        }

        private void begin(ListFiles files, String name, List<String> columns) throws IOException {
            for (ListFormat format : formats) {
                switch (format) {
                    case CSV -> files.beginCsv(name + ".csv", columns);
                    case JSONL -> files.beginJsonLines(name + ".jsonl");
                    case DIRBS -> {}
                }
            }
        }

        private static void beginZip(ListFiles files, DirbsForm dirbs, String stamp) throws IOException {
            String name = stamp + "_" + dirbs.name();
            files.beginZip(name + ".zip", name + ".csv", dirbs);
        }

        private String written() {
            return whose == null ? list : list + "_" + whose;
        }

        private static String stamp() {
            return STAMP.format(Clock.systemUTC().instant());
        }
    }
}
