package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import kz.legality.door.answer.ReplayAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "replay", description = "Throws views away and makes them anew from the events.")
final class ReplayVerb implements Callable<Integer> {
    @Mixin
    private final DataOptions data = new DataOptions();

    @Parameters(paramLabel = "VIEW", arity = "1..*", description = "devices, history, files, tacs; or all")
    private List<String> views = List.of();

    @Override
    public Integer call() {
        ReplayAnswer.unknownAmong(views).ifPresent(unknown -> {
            throw new BadArgument("there is no view '" + unknown + "'; there are " + String.join(", ", ReplayAnswer.ALL)
                    + "; or all");
        });
        try (LedgerConnection ledger = data.connectToAsk()) {
            TerminalProgress progress = new TerminalProgress("replay", "events");
            JsonNode report = ledger.replay(views, progress::at);
            progress.done();
            System.out.print(Printing.replayed(report));
        }
        return Ledger.DONE;
    }
}
