package io.agencyos.bootstrap.bench;

import io.agencyos.adapters.out.postgres.lead.PostgresLeadMarks;
import io.agencyos.adapters.out.postgres.lead.PostgresLeadQueries;
import io.agencyos.domain.shared.id.ClientId;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The least that could answer: Javalin on virtual threads, the product's statements on a pooled connection, their rows as
 * JSON. No sign-in, no roles, no tenants, no record types; what the lists are asked about is the same each time.
 */
final class BareApi implements AutoCloseable {

    /** As the product asks: the same columns of the same tables. */
    private static final String PAGE = unnamed(PostgresLeadQueries.ofNewest(51));

    private static final String LEAD = unnamed(PostgresLeadQueries.ofOne());

    private static final Pattern NAME = Pattern.compile("(?<!:):([a-z]+)\\b");
    private static final List<String> MARK_NAMES = NAME.matcher(PostgresLeadMarks.statement())
            .results()
            .map(name -> name.group(1))
            .toList();
    private static final String MARKS =
            NAME.matcher(PostgresLeadMarks.statement()).replaceAll("?");

    /** What the product asks the lists for a page and for one lead of it. */
    record Asked(PostgresLeadMarks.Asked page, PostgresLeadMarks.Asked lead) {}

    private final DataSource pool;
    private final UUID client;
    private final Asked asked;
    private final JsonMapper json = JsonMapper.shared();
    private final Javalin server;

    private BareApi(DataSource pool, ClientId client, Asked asked) {
        this.pool = pool;
        this.client = client.value();
        this.asked = asked;
        this.server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.concurrency.useVirtualThreads = true;
            config.jetty.host = "127.0.0.1";
            config.jetty.port = 0;
            config.routes.addHttpHandler(HandlerType.GET, "/leads", this::page);
            config.routes.addHttpHandler(HandlerType.GET, "/leads/{id}", this::lead);
            config.routes.addHttpHandler(HandlerType.POST, "/hook", this::insert);
        });
    }

    static BareApi on(DataSource pool, ClientId client, Asked asked) {
        BareApi api = new BareApi(pool, client, asked);
        api.server.start();
        return api;
    }

    int port() {
        return server.port();
    }

    private void page(Context context) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            answer(context, Map.of("leads", rows(connection, PAGE, null), "marks", marks(connection, asked.page())));
        }
    }

    private void lead(Context context) throws SQLException {
        UUID id = UUID.fromString(context.pathParam("id"));
        try (Connection connection = pool.getConnection()) {
            answer(
                    context,
                    Map.of("lead", rows(connection, LEAD, id).getFirst(), "marks", marks(connection, asked.lead())));
        }
    }

    private void answer(Context context, Object body) {
        context.contentType("application/json").result(json.writeValueAsBytes(body));
    }

    private static String unnamed(String sql) {
        return sql.replaceAll("(?<!:):(client|id)\\b", "?");
    }

    /** @param last the last value of the statement, null where all of them are the client */
    private List<Map<String, @Nullable Object>> rows(Connection connection, String sql, @Nullable UUID last)
            throws SQLException {
        int values = (int) sql.chars().filter(c -> c == '?').count();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 1; i <= values; i++) {
                statement.setObject(i, last != null && i == values ? last : client);
            }
            return read(statement);
        }
    }

    private List<Map<String, @Nullable Object>> marks(Connection connection, PostgresLeadMarks.Asked asked)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MARKS)) {
            for (int i = 0; i < MARK_NAMES.size(); i++) {
                switch (MARK_NAMES.get(i)) {
                    case "kinds" -> statement.setArray(i + 1, connection.createArrayOf("text", asked.kinds()));
                    case "values" -> statement.setArray(i + 1, connection.createArrayOf("text", asked.values()));
                    case "hashes" -> statement.setArray(i + 1, connection.createArrayOf("text", asked.hashes()));
                    case "phones" -> statement.setArray(i + 1, connection.createArrayOf("text", asked.phones()));
                    case "client" -> statement.setObject(i + 1, client);
                    default -> statement.setObject(i + 1, OffsetDateTime.now(ZoneOffset.UTC));
                }
            }
            return read(statement);
        }
    }

    private static List<Map<String, @Nullable Object>> read(PreparedStatement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            ResultSetMetaData columns = found.getMetaData();
            List<Map<String, @Nullable Object>> all = new ArrayList<>();
            while (found.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnLabel(i), found.getString(i));
                }
                all.add(row);
            }
            return all;
        }
    }

    private void insert(Context context) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("insert into app.bench_hook (event, body) values (?, ?)")) {
            statement.setString(1, context.header("X-SalesforgeAI-Webhook-Event-ID"));
            statement.setBytes(2, context.bodyAsBytes());
            statement.executeUpdate();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
        context.status(200);
    }

    @Override
    public void close() {
        server.stop();
    }
}
