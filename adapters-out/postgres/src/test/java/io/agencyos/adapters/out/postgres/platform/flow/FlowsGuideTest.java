package io.agencyos.adapters.out.postgres.platform.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The guide to background work names every flow that the product is installed with, and when it starts. */
class FlowsGuideTest {

    private static final Path GUIDE = Path.of("..", "..", "docs", "guide", "flows.md");
    private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");
    private static final Pattern AT_A_TIME = Pattern.compile("0 (\\d+) (\\d+) .*");

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Test
    void every_flow_stands_in_the_guide_with_its_time() throws SQLException, IOException {
        Map<String, String> told = told();
        Map<String, String> crons = crons();

        assertThat(told).containsOnlyKeys(crons.keySet());
        crons.forEach((flow, cron) -> {
            Matcher time = AT_A_TIME.matcher(cron);
            if (time.matches()) {
                assertThat(told.get(flow))
                        .as(flow)
                        .contains(
                                "%02d:%02d".formatted(Integer.valueOf(time.group(2)), Integer.valueOf(time.group(1))));
            }
        });
    }

    /** What the table says of the start of each flow. */
    private static Map<String, String> told() throws IOException {
        Map<String, String> told = new TreeMap<>();
        for (String line : Files.readAllLines(GUIDE)) {
            String[] cells = line.split("\\|", -1);
            if (line.startsWith("| `") && cells.length > 3) {
                NAME.matcher(cells[1])
                        .results()
                        .map((MatchResult name) -> name.group(1))
                        .forEach(flow -> told.put(flow, cells[2]));
            }
        }
        return told;
    }

    private static Map<String, String> crons() throws SQLException {
        Map<String, String> crons = new LinkedHashMap<>();
        try (Connection connection = database.superuser();
                ResultSet rows = connection.createStatement().executeQuery("""
                    select flow, coalesce(cron, '') from app.flow_definition
                    order by flow
                    """)) {
            while (rows.next()) {
                crons.put(rows.getString(1), rows.getString(2));
            }
        }
        return crons;
    }
}
