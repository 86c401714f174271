package kz.legality.door;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The Spring application of the doors. The ledger itself is opened before it, and handed in. */
@SpringBootApplication(scanBasePackages = "kz.legality.door", proxyBeanMethods = false)
@EnableScheduling
public class LedgerApplication {}
