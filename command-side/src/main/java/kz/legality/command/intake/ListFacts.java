package kz.legality.command.intake;

import java.time.Instant;
import java.util.List;
import kz.legality.event.LedgerEvent;
import kz.legality.line.Line;
import kz.legality.line.LineEvent;
import kz.legality.tac.TacBarEvent;
import kz.legality.tac.TacBarEvent.TacBarLifted;
import kz.legality.tac.TacBarEvent.TacBarred;

/** Streams that only lists write to. */
final class ListFacts {
    private ListFacts() {}

    /** Whose a line is. */
    static final class OfLine implements FactStream {
        private Line line;

        OfLine(Line line) {
            this.line = line;
        }

        @Override
        public long nextSequence() {
            return line.nextSequence();
        }

        @Override
        public List<? extends LedgerEvent> record(LedgerEvent fact, Instant receivedAt) {
            List<LineEvent> decided = line.record((LineEvent) fact);
            for (LineEvent event : decided) {
                line = line.after(event);
            }
            return decided;
        }
    }

    /** Whether a model is barred. */
    static final class OfTac implements FactStream {
        private long nextSequence;
        private boolean barred;

        void fold(TacBarEvent event) {
            nextSequence++;
            barred = isBarring(event);
        }

        @Override
        public long nextSequence() {
            return nextSequence;
        }

        @Override
        public List<? extends LedgerEvent> record(LedgerEvent fact, Instant receivedAt) {
            TacBarEvent word = (TacBarEvent) fact;
            if (isBarring(word) == barred) {
                return List.of();
            }
            fold(word);
            return List.of(word);
        }

        private static boolean isBarring(TacBarEvent event) {
            return switch (event) {
                case TacBarred it -> true;
                case TacBarLifted it -> false;
            };
        }
    }
}
