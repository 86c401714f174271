package kz.legality.launch;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import kz.legality.query.store.ReadStoreUnavailableException;

/** Tells whether something failed only because a store that is a server of its own does not answer. */
public final class StoreAway {
    private static final Set<Status.Code> AWAY = EnumSet.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED);
    private static final String AGAIN = " does not answer; whether this was done is not known: look, or try again";

    private StoreAway() {}

    /** A sentence for whoever asked; empty where the failure has another reason. */
    public static Optional<String> told(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ReadStoreUnavailableException) {
                return Optional.of("the MongoDB that keeps the views" + AGAIN);
            }
            if (cause instanceof StatusRuntimeException refused
                    && AWAY.contains(refused.getStatus().getCode())) {
                return Optional.of("the Axon Server that keeps the events" + AGAIN);
            }
        }
        return Optional.empty();
    }
}
