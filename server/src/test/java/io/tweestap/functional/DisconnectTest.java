package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.exemption.Exemptions;
import io.tweestap.tenant.Scope;
import io.tweestap.tenant.TenantCare;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@DisplayName("N3, P5: a lost phone is disconnected quickly and safely")
class DisconnectTest extends LoginTest {
  private static final String ALL = "{\"all\":true}";

  @Autowired private TenantCare care;
  @Autowired private Exemptions exemptions;

  private App app;
  private TestTenant staff;

  @BeforeEach
  void aUserWithAnApp() {
    app = app(anna);
    staff = client(tenant);
  }

  /// Another client of a tenant, of a member of the staff who may do this and nothing else.
  private TestTenant client(TestTenant of) {
    return new TestTenant(of.tenant(), newClient(of.tenant(), Scope.USERS_DISCONNECT));
  }

  private Answer disconnect(TestTenant as, String scope, String more) {
    return post(as, "/v1/users/anna/disconnect", body(scope, more));
  }

  private static String body(String scope, String more) {
    return "{\"reason\":\"lost on the train\",\"scope\":%s,\"caller_check\":\"called back\","
            .formatted(scope)
        + "\"staff\":\"m.jansen\""
        + more
        + "}";
  }

  private void twoPeople() {
    patch(tenant, "/v1/settings", "{\"disconnect_needs_approval\":true}");
  }

  private Answer approve(TestTenant as, String id) {
    return post(as, "/v1/disconnects/" + id + "/approve", "{}");
  }

  @Test
  @DisplayName("REC-5, BND-5: all that the factors opened ends, and every address is told")
  void allThatTheFactorsOpenedEnds() {
    String session =
        answer(pending(), app.id(), code(app)).json().at("/result/session_id").asString();
    String open = pending();

    Answer done = disconnect(staff, ALL, "");

    assertThat(done.status()).as(done.text()).isEqualTo(200);
    assertThat(done.json().path("state").asString()).isEqualTo("done");
    assertThat(post(tenant, "/v1/sessions/" + session + "/touch", "{}").json().path("state"))
        .hasToString("\"ended\"");
    advance(Duration.ofSeconds(60));
    assertThat(outcome(answer(open, app.id(), code(app)))).isEqualTo("login_over");
    assertThat(begun("").path("decision").asString()).isEqualTo("enroll");
    assertThat(mails("help desk disconnected", 1)).hasSize(1);
    assertThat(audited()).contains("disconnect.done success", "factor.removed success");
  }

  @Test
  void oneFactorGoesAndTheOtherStays() {
    App other = app(anna);

    disconnect(staff, "{\"factor_id\":\"" + app.id() + "\"}", "");

    JsonNode options = begun("").path("options");
    assertThat(options.size()).isEqualTo(1);
    assertThat(options.at("/0/factor_id").asString()).isEqualTo(other.id().toString());
    assertThat(disconnect(staff, "{\"factor_id\":\"" + app.id() + "\"}", "").status())
        .isEqualTo(404);
  }

  @Test
  @DisplayName("REC-2: a temporary pass stands in once, and a new factor is set up with it")
  void aTemporaryPassLeadsToANewFactor() {
    policy(required(FirstFactorProof.STAFF_CODE));
    Answer done = disconnect(staff, ALL, ",\"temporary_pass\":true");
    String code = done.json().at("/temporary_pass/code").asString();
    JsonNode login = begun("");
    String id = login.path("id").asString();
    assertThat(login.path("next").asString()).isEqualTo("answer");
    assertThat(login.at("/options/0/kind").asString()).isEqualTo("temporary_pass");
    var pass =
        new io.tweestap.factor.FactorId(
            java.util.UUID.fromString(login.at("/options/0/factor_id").asString()));

    Answer proven = answer(id, pass, code);

    assertThat(proven.json().path("next").asString()).as(proven.text()).isEqualTo("enrollment");
    App fresh = appIn(id);
    assertThat(
            outcome(
                post(
                    tenant,
                    "/v1/logins/" + id + "/enrollment/confirm",
                    "{\"code\":\"" + code(fresh) + "\"}")))
        .isEqualTo("passed");
  }

  @Test
  @DisplayName("BND-5: a pass that staff gave out during the login is the proof that it asks for")
  void aStaffCodeIsTheProof() {
    policy(required(FirstFactorProof.STAFF_CODE));
    disconnect(staff, ALL, "");
    String id = pending();
    assertThat(post(tenant, "/v1/logins/" + id + "/enrollment/proof", "{}").code())
        .isEqualTo("no_proven_address");
    String check = "/v1/logins/" + id + "/enrollment/proof/check";
    assertThat(post(tenant, check, "{\"code\":\"AAAAA-AAAAA\"}").code()).isEqualTo("wrong_code");
  }

  @Test
  void untilADateNothingNewIsAskedFor() {
    policy(required(FirstFactorProof.MAIL_LINK));
    String until = clock.instant().plus(Duration.ofDays(3)).toString();

    disconnect(staff, ALL, ",\"until\":\"" + until + "\"");

    JsonNode login = begun("");
    assertThat(login.path("decision").asString()).isEqualTo("pass");
    assertThat(login.at("/reasons/0/code").asString()).isEqualTo("exempt_until");
    assertThat(exemptions.inForce(tenant.tenant().id(), anna.id())).isPresent();
    advance(Duration.ofDays(3));
    assertThat(begun("").path("decision").asString()).isEqualTo("enroll");
  }

  @Test
  @DisplayName("REC-8, ASVS-6.4.6: where two people are wanted, the one who asked cannot agree")
  void twoPeopleMustAgree() {
    twoPeople();
    Answer asked = disconnect(staff, ALL, ",\"temporary_pass\":true");
    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.json().has("temporary_pass")).isFalse();
    String id = asked.json().path("id").asString();
    assertThat(begun("").path("decision").asString()).isEqualTo("challenge");
    assertThat(get(staff, "/v1/disconnects").json().at("/data/0/id").asString()).isEqualTo(id);

    assertThat(approve(staff, id).code()).isEqualTo("second_person_needed");
    assertThat(begun("").path("decision").asString()).isEqualTo("challenge");
    Answer agreed = approve(client(tenant), id);

    assertThat(agreed.status()).as(agreed.text()).isEqualTo(200);
    assertThat(agreed.json().at("/temporary_pass/code").asString()).isNotEmpty();
    assertThat(begun("").at("/options/0/kind").asString()).isEqualTo("temporary_pass");
    assertThat(audited())
        .contains(
            "disconnect.requested success",
            "disconnect.approved success",
            "disconnect.done success");
  }

  @Test
  void nobodyAgreesAfterAnHour() {
    twoPeople();
    String id = disconnect(staff, ALL, "").json().path("id").asString();
    advance(Duration.ofHours(1));

    Answer late = approve(client(tenant), id);

    assertThat(late.code()).isEqualTo("disconnect_over");
    assertThat(late.json().path("state").asString()).isEqualTo("expired");
    assertThat(begun("").path("decision").asString()).isEqualTo("challenge");
  }

  @Test
  @DisplayName("Race: of many who agree at once one does, and one pass is made")
  void oneOfManyAgrees() throws Exception {
    twoPeople();
    String id = disconnect(staff, ALL, ",\"temporary_pass\":true").json().path("id").asString();
    List<TestTenant> others = List.of(client(tenant), client(tenant), client(tenant));
    AtomicInteger turn = new AtomicInteger();

    List<Answer> answers =
        Together.run(12, () -> approve(others.get(turn.getAndIncrement() % others.size()), id));

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .extracting(Answer::code)
        .isSubsetOf("disconnect_over", "unavailable");
  }

  @Test
  void aRequestThatWasTakenBackCannotBeAgreedTo() {
    twoPeople();
    String id = disconnect(staff, ALL, "").json().path("id").asString();

    assertThat(delete(staff, "/v1/disconnects/" + id).json().path("state").asString())
        .isEqualTo("canceled");

    assertThat(approve(client(tenant), id).code()).isEqualTo("disconnect_over");
  }

  @Test
  @DisplayName("P5: the right to disconnect is a right of its own")
  void itNeedsItsOwnScopeAndGivesNoOther() {
    TestTenant rest =
        new TestTenant(
            tenant.tenant(), newClient(tenant.tenant(), Scope.USERS_WRITE, Scope.LOGINS_WRITE));

    assertThat(disconnect(rest, ALL, "").code()).isEqualTo("wrong_scope");
    assertThat(get(staff, "/v1/users/anna").code()).isEqualTo("wrong_scope");
    assertThat(get(staff, "/v1/users/anna/sessions").code()).isEqualTo("wrong_scope");
  }

  private Answer fromOperator(TestTenant operator, String tenantId) {
    return send(
        withJson(authorized(operator, "/v1/users/anna/disconnect"), "POST", body(ALL, ""))
            .header("Tweestap-Tenant", tenantId));
  }

  @Test
  @DisplayName("N3: an operator's staff help the users of tenants in its care, seen by both")
  void anOperatorHelpsTenantsInItsCare() {
    TestTenant operator = client(newTenant());
    care.give(tenant.tenant().id(), operator.tenant().id());

    Answer done = fromOperator(operator, tenant.tenant().id().toString());

    assertThat(done.status()).as(done.text()).isEqualTo(200);
    assertThat(begun("").path("decision").asString()).isEqualTo("enroll");
    assertThat(audited()).contains("disconnect.done success");
    assertThat(
            jdbc.sql(
                    "SELECT count(*) FROM audit_event WHERE tenant_id = ?"
                        + " AND action = 'disconnect.done'")
                .param(operator.tenant().id().value())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  @DisplayName("Invariant 6: an operator reaches no tenant that is not in its care, or no longer")
  void anOperatorReachesNobodyElse() {
    TestTenant operator = client(newTenant());
    String id = tenant.tenant().id().toString();
    Answer stranger = fromOperator(operator, id);
    assertThat(stranger.status()).isEqualTo(404);
    assertThat(fromOperator(operator, "nonsense").text()).isEqualTo(stranger.text());
    care.give(tenant.tenant().id(), operator.tenant().id());
    care.end(tenant.tenant().id(), operator.tenant().id());

    assertThat(fromOperator(operator, id).status()).isEqualTo(404);

    assertThat(begun("").path("decision").asString()).isEqualTo("challenge");
    care.give(operator.tenant().id(), tenant.tenant().id());
    assertThat(fromOperator(operator, id).status()).isEqualTo(404);
  }

  @Test
  void careOpensNothingButDisconnects() {
    TestTenant operator = newTenant();
    care.give(tenant.tenant().id(), operator.tenant().id());
    String id = tenant.tenant().id().toString();

    Answer user = send(authorized(operator, "/v1/users/anna").header("Tweestap-Tenant", id).GET());

    assertThat(user.status()).isEqualTo(404);
  }
}
