package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Whoever says STOP gets nothing more, on whatever path, until it says START.
class OptOutTest extends InboundScene {
  private static final String OUTS = "/v1/opt-outs";

  @Autowired private JdbcClient jdbc;

  @Test
  void stopEndsMessagesAndStartBringsThemBack() {
    bring(text("Stop. Thank you"));
    assertThat(answers()).hasSize(1).first().asString().contains("no more messages");
    assertThat(sms(number, "service").code()).isEqualTo("opted_out");
    assertThat(sms(number, "marketing").code()).isEqualTo("opted_out");
    assertThat(sms(number, "code").status()).isEqualTo(202);
    assertThat(start("").status()).as("a code is sent all the same").isEqualTo(201);

    bring(text("START"));
    assertThat(sms(number, "marketing").status()).isEqualTo(202);
    assertThat(texts()).containsExactlyInAnyOrder("Stop. Thank you", "START");
    assertThat(get(tenant, "/v1/audit?action=opt_out.added").text())
        .contains("opt_out.added")
        .doesNotContain(number.substring(4));
  }

  @Test
  void inABatchTheRecipientIsNamedAndNobodyGetsAnything() {
    bring(text("STOP"));
    Answer answer =
        post(
            tenant,
            "/v1/messages",
            "{\"recipients\":[{\"to\":\"%s\"},{\"to\":\"%s\"}],\"text\":\"Hi\"}"
                .formatted(freshNumber(), number));
    assertThat(answer.code()).isEqualTo("recipients_refused");
    JsonNode errors = answer.json().path("errors");
    assertThat(errors.size()).isEqualTo(1);
    assertThat(errors.at("/0/index").asInt()).isEqualTo(1);
    assertThat(errors.at("/0/code").asString()).isEqualTo("opted_out");
    assertThat(answer.text()).doesNotContain(number.substring(4));
  }

  @Test
  void whatIsQueuedIsWithdrawn() {
    String later = ",\"send_at\":\"%s\"".formatted(clock.instant().plus(Duration.ofDays(2)));
    String marketing = queued("marketing", later);
    String code = queued("code", later);
    bring(text("STOP"));
    assertThat(get(tenant, "/v1/messages/" + marketing).json().path("state").asString())
        .isEqualTo("canceled");
    assertThat(get(tenant, "/v1/messages/" + code).json().path("state").asString())
        .isEqualTo("queued");
  }

  @Test
  void anOptOutHoldsForTheNumberAndForNamesAndForNobodyElse() {
    String other = "+31850609876";
    put(
        tenant,
        "/v1/sender_rules/NL",
        "{\"kind\":\"alphanumeric\",\"senders\":[\"%s\",\"%s\"]}".formatted(own, other));
    bring(text("STOP"));
    assertThat(from(own).code()).isEqualTo("opted_out");
    assertThat(from("Shop").code()).isEqualTo("opted_out");
    assertThat(from(other).status()).isEqualTo(202);
    TestTenant stranger = otherTenant();
    assertThat(
            post(stranger, "/v1/messages", "{\"to\":\"%s\",\"text\":\"Hi\"}".formatted(number))
                .status())
        .isEqualTo(202);
    assertThat(get(stranger, OUTS).json().path("data")).isEmpty();
  }

  @Test
  void codesAreRefusedWhereTheTenantWantsIt() {
    choose("{\"codes_exempt\":false,\"answers\":true,\"languages\":[]}");
    bring(text("STOP"));
    assertThat(start("").code()).isEqualTo("sender_not_allowed");
    assertThat(start("").json().path("detail").asString()).contains("wants no messages");
    assertThat(sms(number, "code").code()).isEqualTo("opted_out");
  }

  /// Two machines that answer each other, or somebody who asks again and again.
  @Test
  void anAnswerGoesOutOnceADay() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Together.run(8, () -> incoming.received(text("HELP" + "!".repeat(asked.incrementAndGet()))));
    for (int i = 0; i < 5; i++) {
      bring(text("HELP"));
      bring(text("Example: you get no more messages from this number. Send START to get them."));
    }
    assertThat(answers()).hasSize(1);
    chore("forget-opt-out-answers");
    bring(text("HELP"));
    assertThat(answers()).hasSize(1);
    clock.advance(Duration.ofHours(25));
    bring(text("HELP"));
    assertThat(answersSent()).isEqualTo(2);
  }

  @Test
  void nobodyIsAnsweredWhereNothingIsSent() {
    choose("{\"codes_exempt\":true,\"answers\":false,\"languages\":[\"es\"]}");
    bring(text("BAJA"));
    assertThat(sms(number, "service").code()).isEqualTo("opted_out");
    assertThat(answersSent()).isZero();
    choose("{\"codes_exempt\":true,\"answers\":true,\"languages\":[\"es\"]}");
    number = "+33612345678";
    bring(text("HELP"));
    assertThat(answersSent()).as("a country that the tenant does not send to").isZero();
  }

  @Test
  void yesFromSomebodyWhoNeverStoppedIsAMessageLikeAnyOther() {
    bring(text("YES"));
    assertThat(answersSent()).isZero();
    assertThat(texts()).containsExactly("YES");
  }

  @Test
  void stopFromManyAtOnceIsOneOptOut() throws Exception {
    Together.run(8, () -> post(tenant, OUTS, "{\"number\":\"%s\"}".formatted(number)).status());
    assertThat(get(tenant, OUTS).json().path("data").size()).isEqualTo(1);
  }

  @Test
  void optOutsAreEnteredListedMaskedAndRemovedWithAReason() {
    String body = "{\"number\":\"%s\",\"sender\":\"28849\"}".formatted(number);
    String id = post(tenant, OUTS, body).json().path("id").asString();
    assertThat(post(tenant, OUTS, body).json().path("id").asString()).isEqualTo(id);
    String list = get(tenant, OUTS).text();
    assertThat(list).contains("28849", "***").doesNotContain(number.substring(4));
    String of = OUTS + "?number=" + number.replace("+", "%2B");
    assertThat(get(tenant, of).json().path("data").size()).isEqualTo(1);
    String row =
        jdbc.sql("SELECT row_to_json(t)::text FROM opt_out AS t WHERE id = CAST(:id AS uuid)")
            .param("id", id)
            .query(String.class)
            .single();
    assertThat(row).doesNotContain(number.substring(4));

    assertThat(delete(tenant, OUTS + "/" + id).code()).isEqualTo("missing_field");
    assertThat(delete(otherTenant(), OUTS + "/" + id + "?reason=x").status()).isEqualTo(404);
    assertThat(delete(tenant, OUTS + "/" + id + "?reason=asked+by+phone").status()).isEqualTo(204);
    assertThat(get(tenant, "/v1/audit?action=opt_out.removed").text()).contains("asked by phone");
    for (String wrong :
        List.of("{}", "{\"number\":\"0612345678\"}", body.replace("28849", "Shop"))) {
      assertThat(post(tenant, OUTS, wrong).status()).as(wrong).isEqualTo(400);
    }
    assertThat(get(tenant, OUTS + "?limit=0").code()).isEqualTo("invalid_field");
  }

  private void choose(String choice) {
    assertThat(put(tenant, OUTS + "/settings", choice).status()).isEqualTo(200);
  }

  private Answer sms(String to, String priority) {
    return post(
        tenant,
        "/v1/messages",
        "{\"to\":\"%s\",\"text\":\"Hi\",\"priority\":\"%s\"}".formatted(to, priority));
  }

  private Answer from(String sender) {
    return post(
        tenant,
        "/v1/messages",
        "{\"to\":\"%s\",\"text\":\"Hi\",\"sender\":\"%s\"}".formatted(number, sender));
  }

  private String queued(String priority, String more) {
    return post(
            tenant,
            "/v1/messages",
            "{\"to\":\"%s\",\"text\":\"Hi\",\"priority\":\"%s\"%s}"
                .formatted(number, priority, more))
        .json()
        .at("/messages/0/id")
        .asString();
  }

  /// What arrived on the handset from the own number, once all of it did.
  private List<String> answers() {
    int sent = answersSent();
    String path = "/v1/sandbox/messages?to=" + number.replace("+", "%2B");
    await().until(() -> fromOwn(get(tenant, path).json()).size() >= sent);
    return fromOwn(get(tenant, path).json());
  }

  private List<String> fromOwn(JsonNode page) {
    return page.path("data")
        .valueStream()
        .filter(one -> one.path("sender").asString().equals(own))
        .map(one -> one.path("text").asString())
        .toList();
  }

  private int answersSent() {
    return (int)
        get(tenant, "/v1/messages")
            .json()
            .path("data")
            .valueStream()
            .filter(one -> one.path("sender").asString().equals(own))
            .count();
  }
}
