package kz.legality.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
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
    private static final List<String> LISTS = List.of("black", "grey", "white");

    @Override
    public Integer call() {
        throw new BadArgument("lists what? ./ledger lists export LIST --out DIR");
    }

    @Command(name = "export", description = "Writes a full list into a folder.")
    static final class Export implements Callable<Integer> {
        @Mixin
        private final DataOptions data = new DataOptions();

        @Parameters(paramLabel = "LIST", description = "black, grey or white")
        private String list = "";

        @Option(
                names = "--format",
                split = ",",
                defaultValue = "csv",
                paramLabel = "dirbs,csv,jsonl",
                description = "one or several (default: csv); dirbs is there for the black list")
        private List<ListFormat> formats = List.of();

        @Option(names = "--out", required = true, paramLabel = "DIR", description = "the folder, made if need be")
        private Path out = Path.of(".");

        @Override
        public Integer call() {
            if (!LISTS.contains(list)) {
                throw new BadArgument("there is no list '" + list + "'; the lists are " + String.join(", ", LISTS));
            }
            if (formats.contains(ListFormat.DIRBS) && !list.equals("black")) {
                throw new BadArgument("DIRBS has a format for the black list only; ask for csv or jsonl");
            }
            try (LedgerConnection ledger = data.connectToAsk();
                    ListFiles files =
                            ListFiles.open(out, list, formats, Clock.systemUTC().instant())) {
                ledger.list(list, files::add);
                files.finish().forEach(written -> System.out.println(written));
            } catch (IOException e) {
                throw new UncheckedIOException("the list cannot be written into " + out + ": " + e.getMessage(), e);
            }
            return Ledger.DONE;
        }
    }
}
