package io.tweestap.functional;

import io.tweestap.functional.ApiTest.Answer;
import io.tweestap.functional.ApiTest.TestTenant;
import java.time.Duration;

/// The operations on messages of one's own, each with an answer that is compared.
final class MessagesWalk {
  private MessagesWalk() {}

  static void go(AnswersDescribedTest test, TestTenant tenant) {
    messages(test, tenant);
    senders(test, tenant);
    inbound(test, tenant);
  }

  private static void messages(AnswersDescribedTest test, TestTenant tenant) {
    String visit = "/v1/message_templates/visit";
    String written = AnswersDescribedTest.example("put", "/v1/message_templates/{name}").toString();
    test.call(tenant, "PUT", visit, written, 200);
    test.call(tenant, "PUT", visit, "{\"texts\":{\"nl\":\"{name}\"}}", 422);
    test.call(tenant, "GET", "/v1/message_templates", null, 200);
    test.call(tenant, "GET", visit, null, 200);
    Described.operation("post", "/v1/messages/estimate")
        .node()
        .at("/requestBody/content/application~1json/examples")
        .forEach(one ->
            test.call(tenant, "POST", "/v1/messages/estimate", one.get("value").toString(), 200));
    String all = "/v1/messages";
    Described.operation("post", all)
        .node()
        .at("/requestBody/content/application~1json/examples")
        .forEach(example -> {
          String body = example.get("value").toString();
          String soon = test.clock.instant().plus(Duration.ofDays(1)).toString();
          test.call(tenant, "POST", all, body.replace("2026-11-23T08:00:00+01:00", soon), 202);
        });
    String later =
        "{\"to\":\"+31612345678\",\"text\":\"later\",\"send_at\":\"%s\"}"
            .formatted(test.clock.instant().plus(Duration.ofDays(2)));
    Answer sent = test.call(tenant, "POST", all, later, 202);
    String one = all + "/" + sent.json().at("/messages/0").get("id").asString();
    String batch = all + "/batches/" + sent.json().get("batch_id").asString();
    test.call(tenant, "POST", one + "/redact", null, 409);
    test.call(tenant, "GET", batch, null, 200);
    test.call(tenant, "POST", one + "/cancel", null, 200);
    test.call(tenant, "POST", batch + "/cancel", null, 200);
    test.call(tenant, "POST", one + "/redact", null, 200);
    String bad = "{\"recipients\":[{\"to\":\"061\"}],\"text\":\"x\"}";
    test.call(tenant, "POST", all, bad, 422);
    test.call(tenant, "POST", all, "{\"to\":\"061\",\"text\":\"x\"}", 400);
    test.call(tenant, "POST", all + "/x/cancel", null, 404);
    test.call(tenant, "DELETE", visit, null, 204);
    test.call(tenant, "GET", visit, null, 404);
    test.call(tenant, "POST", all, "{\"to\":\"+31612345678\",\"template\":\"visit\"}", 422);
  }

  private static void senders(AnswersDescribedTest test, TestTenant tenant) {
    String one = "/v1/sender_rules/DE";
    Described.operation("put", "/v1/sender_rules/{country}")
        .node()
        .at("/requestBody/content/application~1json/examples")
        .forEach(body -> test.call(tenant, "PUT", one, body.get("value").toString(), 200));
    test.call(tenant, "PUT", one, "{\"kind\":\"registered\",\"senders\":[\"Shop\"]}", 200);
    test.call(tenant, "PUT", one, "{\"kind\":\"registered\"}", 400);
    test.call(tenant, "GET", one, null, 200);
    test.call(tenant, "GET", "/v1/sender_rules", null, 200);
    String named = "{\"to\":\"+4915112345678\",\"text\":\"x\",\"sender\":\"Other\"}";
    test.call(tenant, "POST", "/v1/messages", named, 422);
    test.call(tenant, "DELETE", one, null, 204);
    test.call(tenant, "GET", one, null, 404);
  }

  private static void inbound(AnswersDescribedTest test, TestTenant tenant) {
    String number = "/v1/numbers/%2B31850609999";
    test.call(tenant, "PUT", number, "{}", 200);
    test.call(tenant, "PUT", number, "{\"tenant_id\":\"x\"}", 400);
    test.call(tenant, "GET", number, null, 200);
    test.call(tenant, "GET", "/v1/numbers", null, 200);
    String typed = "{\"from\":\"+31612345678\",\"to\":\"+31850609999\",\"text\":\"Hi\"}";
    test.call(tenant, "POST", "/v1/sandbox/replies", typed, 204);
    Answer list = test.call(tenant, "GET", "/v1/inbound", null, 200);
    String one = "/v1/inbound/" + list.json().at("/data/0/id").asString();
    test.call(tenant, "GET", one, null, 200);
    test.call(tenant, "POST", one + "/redact", null, 200);
    test.call(tenant, "GET", "/v1/inbound?limit=0", null, 400);
    test.call(tenant, "GET", "/v1/inbound/x", null, 404);
    String outs = "/v1/opt-outs";
    test.call(tenant, "POST", outs, "{\"number\":\"061\"}", 400);
    Answer out = test.call(tenant, "POST", outs, "{\"number\":\"+31612345670\"}", 200);
    String stopped = "{\"to\":\"+31612345670\",\"text\":\"x\"}";
    test.call(tenant, "POST", "/v1/messages", stopped, 422);
    test.call(tenant, "GET", outs, null, 200);
    String gone = outs + "/" + out.json().get("id").asString();
    test.call(tenant, "DELETE", gone, null, 400);
    test.call(tenant, "DELETE", gone + "?reason=asked", null, 204);
    test.call(tenant, "DELETE", gone + "?reason=asked", null, 404);
    String choice = "{\"codes_exempt\":true,\"answers\":false,\"languages\":[\"nl\"]}";
    test.call(tenant, "PUT", outs + "/settings", choice, 200);
    test.call(tenant, "PUT", outs + "/settings", choice.replace("nl", "xx"), 400);
    test.call(tenant, "GET", outs + "/settings", null, 200);
    String rules = "/v1/inbound_rules";
    String kept = "{\"rules\":[{\"keyword\":\"BIKE\",\"to\":\"inbox\"}]}";
    test.call(tenant, "PUT", rules, kept, 200);
    test.call(tenant, "PUT", rules, "{\"rules\":[{\"to\":\"fax\"}]}", 400);
    test.call(tenant, "GET", rules, null, 200);
    test.call(tenant, "DELETE", number, null, 204);
    test.call(tenant, "GET", number, null, 404);
  }
}
