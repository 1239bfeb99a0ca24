package io.agencyos.bootstrap.bench;

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

    private static final String COLUMNS = """
        select l.*, c.name campaign_name, p.city, p.company_city, p.company_state, p.company_country, p.company_website,
               p.company_founded_year, p.is_hiring, p.funding_date, p.technologies, p.keywords, p.role_start,
               p.personal_email, p.verified_phone, p.sub_industry
        """;

    /** As the product's list of the newest asks it. */
    private static final String PAGE = COLUMNS + """
          from (select l.* from app.lead l
                 where l.client_id = ? and l.deleted_at is null
                 order by l.created_at desc, l.id desc limit 51) l
         cross join lateral (select * from app.lead_profile where client_id = ? and lead_id = l.id offset 0) p
          left join app.campaign c on c.client_id = ? and c.id = l.campaign_id
         order by l.created_at desc, l.id desc
        """;

    private static final String LEAD = COLUMNS + """
          from app.lead l
          join app.lead_profile p on p.client_id = l.client_id and p.lead_id = l.id
          left join app.campaign c on c.client_id = l.client_id and c.id = l.campaign_id
         where l.client_id = ? and l.id = ?
        """;

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
            config.routes.addHttpHandler(
                    HandlerType.GET,
                    "/leads",
                    context -> answer(context, rows(PAGE, this.client, this.client, this.client)));
            config.routes.addHttpHandler(
                    HandlerType.GET,
                    "/leads/{id}",
                    context -> answer(
                            context,
                            rows(LEAD, this.client, UUID.fromString(context.pathParam("id")))
                                    .getFirst()));
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
            return String.valueOf(rows(PAGE, client, client, client).getFirst().get("id"));
        } catch (SQLException failed) {
            throw new IOException("the baseline cannot read leads", failed);
        }
    }

    private void answer(Context context, Object body) {
        context.contentType("application/json").result(json.writeValueAsBytes(body));
    }

    private List<Map<String, @Nullable Object>> rows(String sql, Object... values) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
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
