package io.agencyos.adapters.out.salesforge;

import feign.Param;
import feign.RequestLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Warmforge's HTTP contract as far as we use it. Source: salesforge 3, 4.7. */
interface WarmUpApi {

    record Workspaces(List<Wire.Named> workspaces, @Nullable Integer totalPages) {
        public Workspaces {
            Wire.required(workspaces, "workspaces");
            Wire.required(totalPages, "totalPages");
        }
    }

    record Boxes(List<Box> mailboxes, @Nullable Integer totalPages) {
        public Boxes {
            Wire.required(mailboxes, "mailboxes");
            Wire.required(totalPages, "totalPages");
        }
    }

    record Check(@Nullable String status) {}

    record Blacklists(int detectedCount) {}

    record Health(
            @Nullable Integer heatScore,
            @Nullable Instant lastCheckedAt,
            @Nullable Check spf,
            @Nullable Check dkim,
            @Nullable Check dmarc,
            @Nullable Check mx,
            @Nullable Blacklists blacklists) {}

    record Box(
            @Nullable String id,
            String address,
            boolean warm,
            int warmupDaysCompleted,
            int warmupDaysLeft,
            @Nullable Health healthReport) {
        public Box {
            Wire.required(address, "address");
        }
    }

    /** What was asked for one mailbox; {@code placementTest} is null where none was made. */
    record Results(List<Latest> results) {
        public Results {
            Wire.required(results, "results");
        }
    }

    record Latest(@Nullable String mailboxId, @Nullable Tested placementTest) {}

    /** @param result e-mails in the inbox, in percent, once none is pending */
    record Tested(
            @Nullable String date,
            @Nullable Integer result,
            @Nullable Integer pendingCount) {}

    record Mailboxes(List<String> mailboxIds) {}

    record Tests(List<Wire.Named> placementTests) {
        public Tests {
            Wire.required(placementTests, "placementTests");
        }
    }

    record NewTest(String name, String subject, String body, List<String> mailboxes, String externalReference) {}

    @RequestLine(value = "POST /workspaces/{ws}/mailboxes/placement-results/latest", decodeSlash = false)
    Results latest(@Param("ws") String ws, Mailboxes mailboxes);

    @RequestLine(
            value = "GET /workspaces/{ws}/placement-tests?page=1&size=10&external_reference={reference}",
            decodeSlash = false)
    Tests tests(@Param("ws") String ws, @Param("reference") String reference);

    @RequestLine(value = "POST /workspaces/{ws}/placement-tests", decodeSlash = false)
    Wire.Named test(@Param("ws") String ws, NewTest test);

    record Stats(List<Day> stats) {
        public Stats {
            Wire.required(stats, "stats");
        }
    }

    record Day(String date, int sentCount, int replyCount, int spamCount) {
        public Day {
            Wire.required(date, "date");
        }
    }

    @RequestLine(
            value = "GET /workspaces/{ws}/mailboxes/{address}/warmup/stats?from={from}&to={to}",
            decodeSlash = false)
    Stats stats(
            @Param("ws") String ws,
            @Param("address") String address,
            @Param("from") String from,
            @Param("to") String to);

    @RequestLine("GET /workspaces?page={page}&page_size={size}")
    Workspaces workspaces(@Param("page") int page, @Param("size") int size);

    @RequestLine(value = "GET /workspaces/{ws}/mailboxes?page={page}&page_size={size}", decodeSlash = false)
    Boxes mailboxes(@Param("ws") String ws, @Param("page") int page, @Param("size") int size);

    @RequestLine(value = "GET /workspaces/{ws}/mailboxes/{address}", decodeSlash = false)
    Box mailbox(@Param("ws") String ws, @Param("address") String address);
}
