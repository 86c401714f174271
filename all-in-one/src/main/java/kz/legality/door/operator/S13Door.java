package kz.legality.door.operator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import kz.legality.door.diameter.DiameterNode;
import kz.legality.door.diameter.DiameterServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** S13 of 3GPP TS 29.272 on a port of its own; closed where no peer is named. */
@Component
@EnableConfigurationProperties(S13Settings.class)
class S13Door implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(S13Door.class);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final S13Settings settings;
    private final EquipmentDoor door;
    private final String address;
    private @Nullable DiameterServer server;

    S13Door(S13Settings settings, EquipmentDoor door, @Value("${server.address:127.0.0.1}") String address) {
        this.settings = settings;
        this.door = door;
        this.address = settings.address() == null ? address : settings.address();
    }

    @Override
    public synchronized void start() {
        if (!settings.isOpen() || server != null) {
            return;
        }
        int state = (int) Clock.systemUTC().instant().getEpochSecond();
        DiameterNode node = new DiameterNode(
                settings.host(),
                settings.realm(),
                state,
                SILENCE,
                settings.admitted(),
                new IdentityCheck(door.checks()));
        try {
            server = DiameterServer.open(node, new InetSocketAddress(address, settings.port()));
        } catch (IOException e) {
            throw new IllegalArgumentException("ledger.network.s13.port: " + e.getMessage(), e);
        }
        LOG.info(
                "S13 on {}:{} for {} peers",
                address,
                server.port(),
                settings.peers().size());
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }
}
