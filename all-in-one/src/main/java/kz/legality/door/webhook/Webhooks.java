package kz.legality.door.webhook;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import kz.legality.launch.OpenLedger;
import kz.legality.query.projection.CommitListener;
import kz.legality.query.store.WriteBatch;

/** The operators that are called, each by a thread of its own, so that one who does not answer delays nobody. */
final class Webhooks implements CommitListener, AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            // Another address was looked at by nobody.
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final List<Webhook> hooks = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private Webhooks() {}

    static Webhooks start(WebhookSettings settings, OpenLedger ledger) {
        Webhooks webhooks = new Webhooks();
        settings.operators().forEach((operator, hook) -> {
            if (!NAME.matcher(operator).matches()) {
                throw new IllegalArgumentException("ledger.webhooks: '" + operator + "' is no operator's name");
            }
            Path file = ledger.data().webhooks().resolve(operator.toLowerCase(Locale.ROOT) + ".position");
            webhooks.begin(new Webhook(
                    operator,
                    hook,
                    new WebhookAddress(settings.loopbackAllowed(), settings.privateAllowed()),
                    new WebhookCursor(file),
                    ledger,
                    webhooks.http,
                    Clock.systemUTC()));
        });
        if (!webhooks.hooks.isEmpty()) {
            ledger.queries().projections().listen(webhooks);
        }
        return webhooks;
    }

    private void begin(Webhook hook) {
        hooks.add(hook);
        threads.add(Thread.ofVirtual().name("webhook").start(hook));
    }

    @Override
    public void committed(WriteBatch batch, long position) {}

    /** Behind the commit: what is told is read from the views, and the projector waits for no call. */
    @Override
    public void finished() {
        hooks.forEach(Webhook::wake);
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        http.shutdownNow();
        for (Thread thread : threads) {
            try {
                thread.join(CONNECT_TIMEOUT);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
