package io.agencyos.bootstrap.bench;

import io.agencyos.adapters.out.postgres.lead.PostgresLeadQueries;
import io.agencyos.domain.shared.ClientId;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The least that could answer: Javalin on virtual threads, one statement on a pooled connection, its rows as JSON. No
 * sign-in, no roles, no tenants, no record types.
 */
final class BareApi implements AutoCloseable {

    /** As the product asks: the same columns of the same tables. */
    private static final String PAGE = unnamed(PostgresLeadQueries.ofNewest(51));

    private static final String LEAD = unnamed(PostgresLeadQueries.ofOne());

    private final DataSource pool;
    private final UUID client;
    private final JsonMapper json = JsonMapper.shared();
    private final Javalin server;

    private BareApi(DataSource pool, ClientId client) {
        this.pool = pool;
        this.client = client.value();
        this.server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.concurrency.useVirtualThreads = true;
            config.jetty.host = "127.0.0.1";
            config.jetty.port = 0;
            config.routes.addHttpHandler(HandlerType.GET, "/leads", context -> answer(context, rows(PAGE, null)));
            config.routes.addHttpHandler(
                    HandlerType.GET,
                    "/leads/{id}",
                    context -> answer(
                            context,
                            rows(LEAD, UUID.fromString(context.pathParam("id"))).getFirst()));
            config.routes.addHttpHandler(HandlerType.POST, "/hook", this::insert);
        });
    }

    static BareApi on(DataSource pool, ClientId client) {
        BareApi api = new BareApi(pool, client);
        api.server.start();
        return api;
    }

    int port() {
        return server.port();
    }

    /** The id of a lead that every list shows. */
    String newestLead() throws IOException {
        try {
            return String.valueOf(rows(PAGE, null).getFirst().get("id"));
        } catch (SQLException failed) {
            throw new IOException("the baseline cannot read leads", failed);
        }
    }

    private void answer(Context context, Object body) {
        context.contentType("application/json").result(json.writeValueAsBytes(body));
    }

    private static String unnamed(String sql) {
        return sql.replaceAll("(?<!:):(client|id)\\b", "?");
    }

    /** @param last the last value of the statement, null where all of them are the client */
    private List<Map<String, @Nullable Object>> rows(String sql, @Nullable UUID last) throws SQLException {
        int values = (int) sql.chars().filter(c -> c == '?').count();
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 1; i <= values; i++) {
                statement.setObject(i, last != null && i == values ? last : client);
            }
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
