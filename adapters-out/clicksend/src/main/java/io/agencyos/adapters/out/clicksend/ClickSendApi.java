package io.agencyos.adapters.out.clicksend;

import feign.Param;
import feign.RequestLine;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The vendor's HTTP contract as far as we use it. Source: clicksend 3. */
interface ClickSendApi {

    int LIMIT = 100;

    @RequestLine("POST /v3/sms/send")
    JsonNode send(Wire.Texts texts);

    @RequestLine("POST /v3/sms/price")
    JsonNode price(Wire.Texts texts);

    @RequestLine("GET /v3/sms/history?q={q}&date_from={from}&order_by=date:desc&page={page}&limit=" + LIMIT)
    JsonNode history(@Param("q") String q, @Param("from") long from, @Param("page") int page);

    @RequestLine("GET /v3/sms/history?q={q}&page=1&limit=" + LIMIT)
    JsonNode history(@Param("q") String q);

    /** The vendor calls an address as it would with a text or a receipt. */
    @RequestLine("POST /v3/sms/{kind}")
    JsonNode tryHook(@Param("kind") String kind, Wire.Trial trial);

    @RequestLine("GET /v3/sms/receipts?page={page}&limit=" + LIMIT)
    JsonNode receipts(@Param("page") int page);

    @RequestLine("GET /v3/sms/receipts/{id}")
    JsonNode receipt(@Param("id") String id);

    @RequestLine("PUT /v3/sms/receipts-read")
    JsonNode receiptsRead(Wire.Before before);

    @RequestLine("GET /v3/sms/inbound?page={page}&limit=" + LIMIT)
    JsonNode inbound(@Param("page") int page);

    @RequestLine("PUT /v3/sms/inbound-read")
    JsonNode inboundRead(Wire.Before before);

    @RequestLine("PUT /v3/sms/{id}/cancel")
    JsonNode cancel(@Param("id") String id);

    @RequestLine("GET /v3/numbers?page={page}&limit=" + LIMIT)
    JsonNode numbers(@Param("page") int page);

    @RequestLine("GET /v3/numbers/search/{country}?search={digits}&search_type={type}&page={page}&limit=" + LIMIT)
    JsonNode offers(
            @Param("country") String country,
            @Param("digits") String digits,
            @Param("type") int type,
            @Param("page") int page);

    @RequestLine("POST /v3/numbers/buy/{number}")
    JsonNode buy(@Param("number") String number, Wire.Purchase purchase);

    @RequestLine("GET /v3/account")
    JsonNode account();

    @RequestLine("GET /v3/alpha-tags?page={page}&limit=" + LIMIT)
    JsonNode tags(@Param("page") int page);

    @RequestLine("POST /v3/alpha-tags")
    JsonNode requestTag(Map<String, Object> wish);

    @RequestLine("GET /v3/post/return-addresses?page={page}&limit=" + LIMIT)
    JsonNode returnAddresses(@Param("page") int page);

    @RequestLine("POST /v3/post/return-addresses")
    JsonNode addReturnAddress(PostWire.Sender sender);

    @RequestLine("POST /v3/uploads?convert=post")
    JsonNode upload(PostWire.Upload upload);

    @RequestLine("POST /v3/post/{kind}/price")
    JsonNode pricePost(@Param("kind") String kind, PostWire.Order order);

    @RequestLine("POST /v3/post/{kind}/send")
    JsonNode sendPost(@Param("kind") String kind, PostWire.Order order);

    @RequestLine("GET /v3/post/{kind}/history?page={page}&limit=" + LIMIT)
    JsonNode postHistory(@Param("kind") String kind, @Param("page") int page);

    @RequestLine("GET /v3/automations/sms/{kind}?page={page}&limit=" + LIMIT)
    JsonNode rules(@Param("kind") String kind, @Param("page") int page);

    @RequestLine("POST /v3/automations/sms/{kind}")
    JsonNode addRule(@Param("kind") String kind, Wire.Rule rule);

    @RequestLine("PUT /v3/automations/sms/{kind}/{id}")
    JsonNode changeRule(@Param("kind") String kind, @Param("id") String id, Wire.Rule rule);

    @RequestLine("DELETE /v3/automations/sms/{kind}/{id}")
    JsonNode removeRule(@Param("kind") String kind, @Param("id") String id);
}
