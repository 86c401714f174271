package kz.legality.accesstest;

import java.util.Map;
import kz.legality.door.access.Caller;
import kz.legality.door.access.ReadingPurpose;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers every method at every address, so that only the access rules can refuse. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan("kz.legality.door.access")
class ServerWithoutDoors {
    @RestController
    static class Everything {
        @RequestMapping("/**")
        String anything() {
            return "open";
        }

        @GetMapping("/api/v1/devices/{imei}/history")
        Map<String, Object> whoReads(ReadingPurpose purpose, Caller caller, @PathVariable("imei") String imei) {
            return Map.of(
                    "imei", imei,
                    "purpose", String.valueOf(purpose.purpose()),
                    "legalBasis", String.valueOf(purpose.legalBasis()),
                    "case", String.valueOf(purpose.caseId()),
                    "personal", purpose.mayReadPersonal(),
                    "actor", caller.actor(),
                    "person", caller.person().map(Object::toString).orElse(""),
                    "operator", caller.operator().orElse(""));
        }

        @GetMapping("/assets/fails")
        String fails() {
            throw new IllegalStateException("a secret reason");
        }
    }
}
