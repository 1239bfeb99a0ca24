package io.agencyos.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @Test // issue: unknown configuration keys are named
    void an_unknown_key_is_named_with_the_nearest_one() {
        assertThat(mistakes(Map.of("AGENCYOS_DATABSE_URL", "x", "HOME", "/root")))
                .singleElement()
                .asString()
                .contains("AGENCYOS_DATABSE_URL", "AGENCYOS_DATABASE_URL");
    }

    @Test
    void all_mistakes_are_reported_together() {
        assertThat(mistakes(Map.of("AGENCYOS_DATABASE_URL", "mysql://x", "AGENCYOS_NONSENSE", "1")))
                .hasSize(5);
    }

    @Test
    void the_environment_wins_over_the_file(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("agency.conf");
        Files.writeString(file, "AGENCYOS_DATA_DIR = /from/file\n");

        Settings fromFile = settings(Map.of("AGENCYOS_CONFIG_FILE", file.toString()));
        Settings fromBoth = settings(Map.of("AGENCYOS_CONFIG_FILE", file.toString(), "AGENCYOS_DATA_DIR", "/from/env"));

        assertThat(fromFile.dataDirectory()).isEqualTo(Path.of("/from/file"));
        assertThat(fromBoth.dataDirectory()).isEqualTo(Path.of("/from/env"));
    }

    @Test
    void a_file_that_is_not_there_is_a_mistake(@TempDir Path folder) {
        Path none = folder.resolve("none");

        assertThat(mistakes(Map.of("AGENCYOS_CONFIG_FILE", none.toString())))
                .containsExactly("AGENCYOS_CONFIG_FILE: " + none + " cannot be read: there is no such file");
    }

    @Test // issue: unknown configuration keys are named
    void what_is_wrong_in_a_file_is_named_by_key_or_line(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("agency.conf"), """
            # where things are
            DATA_DIR = /x
            COLOUR=red

            hunter2
            AGENCYOS_PORT=1
            AGENCYOS_PORT=2
            """);

        assertThat(mistakes(Map.of("AGENCYOS_CONFIG_FILE", file.toString())))
                .containsExactly(
                        "Line 5 of " + file + " has not the form KEY=value",
                        "AGENCYOS_PORT stands more than once in " + file,
                        "DATA_DIR in " + file + " is no setting; did you mean AGENCYOS_DATA_DIR?",
                        "COLOUR in " + file + " is no setting");
    }

    @Test // a password is what is written
    void nothing_in_a_value_of_a_file_has_a_meaning(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("agency.conf");
        Files.writeString(file, "AGENCYOS_HOST = a\\b=c:d # e \\u0041\\\n");

        assertThat(settings(Map.of("AGENCYOS_CONFIG_FILE", file.toString())).host())
                .isEqualTo("a\\b=c:d # e \\u0041\\");
    }

    @Test // outreach 10.1: max duration 300 s, configurable 60-600
    void a_call_lasts_one_to_ten_minutes() {
        assertThat(settings(Map.of()).spending().calls().longestSeconds()).isEqualTo(300);
        assertThat(settings(Map.of("AGENCYOS_CALL_SECONDS", "60"))
                        .spending()
                        .calls()
                        .longestSeconds())
                .isEqualTo(60);
        for (String wrong : List.of("59", "601", "1000", "5 min")) {
            assertThat(mistakes(Map.of("AGENCYOS_CALL_SECONDS", wrong)))
                    .containsExactly("AGENCYOS_CALL_SECONDS must be 60 to 600 seconds");
        }
    }

    @Test // anthropic 2, test 9: a model that is not known is an error at the start that names its class
    void a_model_without_a_price_is_refused_with_its_class(@TempDir Path folder) throws IOException {
        assertThat(settings(Map.of()).models().account()).isEmpty();
        assertThat(settings(Map.of("AGENCYOS_MODEL_KEY", "key")).models().account())
                .isPresent();
        assertThat(mistakes(Map.of("AGENCYOS_MODEL_SMALL", "haiku-of-tomorrow")))
                .singleElement()
                .asString()
                .contains("class small", "haiku-of-tomorrow");

        Path prices = folder.resolve("prices.csv");
        Files.writeString(prices, "haiku-of-tomorrow,0,2026-01-01,1,2,3\n");
        assertThat(mistakes(Map.of("AGENCYOS_MODEL_PRICES", prices.toString())))
                .singleElement()
                .asString()
                .startsWith("no price of a model: haiku-of-tomorrow");
        assertThat(mistakes(
                        Map.of("AGENCYOS_MODEL_PRICES", folder.resolve("none").toString())))
                .singleElement()
                .asString()
                .endsWith("cannot be read");
    }

    @Test // data model 8, primary only
    void a_database_whose_address_prefers_copies_is_refused() {
        assertThat(mistakes(Map.of(
                        "AGENCYOS_DATABASE_URL",
                        "jdbc:postgresql://one,two/agency?targetServerType=preferSecondary&ssl=true")))
                .contains("AGENCYOS_DATABASE_URL must lead to the primary: every read may decide something");
        assertThat(mistakes(Map.of(
                        "AGENCYOS_DATABASE_URL", "jdbc:postgresql://one,two/agency?ssl=true&targetServerType=primary")))
                .noneMatch(mistake -> mistake.contains("primary"));
    }

    @Test
    void secrets_are_never_shown() {
        Settings settings = settings(Map.of(
                "AGENCYOS_DATABASE_URL",
                "jdbc:postgresql://db/agency",
                "AGENCYOS_DATABASE_USER",
                "owner",
                "AGENCYOS_DATABASE_PASSWORD",
                "hunter2",
                "AGENCYOS_DATABASE_ROLE_PASSWORD",
                "hunter3"));

        assertThat(settings.shown().values()).noneMatch(value -> value.contains("hunter"));
        assertThat(settings.shown()).containsEntry("AGENCYOS_DATABASE_PASSWORD", "(set)");
        assertThat(settings.externalDatabase().orElseThrow().toString()).doesNotContain("hunter");
    }

    private static Settings settings(Map<String, String> environment) {
        return Settings.read(environment).orElseThrow();
    }

    private static List<String> mistakes(Map<String, String> environment) {
        return switch (Settings.read(environment)) {
            case Result.Ok<Settings, List<String>> ok -> List.of();
            case Result.Err<Settings, List<String>>(List<String> mistakes) -> mistakes;
        };
    }
}
