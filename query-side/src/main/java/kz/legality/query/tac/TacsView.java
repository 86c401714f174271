package kz.legality.query.tac;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.legality.query.projection.Recorded;
import kz.legality.query.projection.StateView;
import kz.legality.query.store.Document;
import kz.legality.tac.TacEvent;
import kz.legality.tac.TacEvent.TacListed;

/** The catalogue as it is today: of each code the newest listing. */
public final class TacsView implements StateView<TacDocument> {
    public static final String NAME = "tacs";

    private static final String STREAMS = "tac:";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String revision() {
        return "1";
    }

    @Override
    public boolean takes(String stream) {
        return stream.startsWith(STREAMS);
    }

    @Override
    public TacDocument unseen(String stream) {
        return new TacDocument("", "", "", List.of(), null, "", Map.of(), "", Instant.EPOCH);
    }

    @Override
    public TacDocument read(Document document) {
        return TacDocument.of(document);
    }

    @Override
    public TacDocument after(TacDocument state, Recorded event) {
        return switch ((TacEvent) event.event()) {
            case TacListed it ->
                new TacDocument(
                        it.tac().value(),
                        it.manufacturer(),
                        it.modelName(),
                        it.bands(),
                        it.allocatedOn(),
                        it.deviceType(),
                        it.other(),
                        it.source().text(),
                        event.recordedAt());
        };
    }

    @Override
    public Document write(String stream, TacDocument state, long position) {
        return new Document(stream, position, TacDocument.JSON.write(state), Set.of());
    }
}
