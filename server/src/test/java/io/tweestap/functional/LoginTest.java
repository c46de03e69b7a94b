package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.bind.BindOutcome;
import io.tweestap.factor.bind.Bindings;
import io.tweestap.factor.bind.Confirmations;
import io.tweestap.factor.bind.NewFactor;
import io.tweestap.factor.kind.Parameters;
import io.tweestap.operations.Chore;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Frequency;
import io.tweestap.policy.Policy;
import io.tweestap.policy.PolicyChanges;
import io.tweestap.policy.PolicyOutcome;
import io.tweestap.policy.Stay;
import io.tweestap.policy.Terms;
import io.tweestap.shared.EmailAddress;
import io.tweestap.user.User;
import io.tweestap.user.UserRef;
import io.tweestap.user.UserWish;
import io.tweestap.user.Users;
import io.tweestap.user.address.NewAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Base of the tests of logins: a tenant with a user who has a mail address, an authenticator app
/// where a test wants one, and a policy where a test wants one.
abstract class LoginTest extends VerificationTest {
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  @Autowired Users users;
  @Autowired Bindings bindings;
  @Autowired Confirmations confirmations;
  @Autowired PolicyChanges policies;
  @Autowired SecureRandom random;
  @Autowired JdbcClient jdbc;
  @Autowired private List<Chore> chores;

  User anna;
  String mail;

  /// An authenticator app that a test reads codes from.
  record App(FactorId id, OtpSecret secret) {}

  @BeforeEach
  void aUser() {
    mail = "anna" + PEOPLE.incrementAndGet() + "@example.org";
    anna = user("anna", mail);
  }

  User user(String ref, String address) {
    UserWish wish =
        UserWish.of(new UserRef(ref)).withAddresses(NewAddress.of(new EmailAddress(address)));
    users.upsert(tenant.tenant().id(), wish, "system");
    return users.find(tenant.tenant().id(), new UserRef(ref)).orElseThrow();
  }

  /// The user has proven every address.
  void addressesAreProven(User of) {
    jdbc.sql("UPDATE user_address SET verified_at = now() WHERE tenant_id = ? AND user_id = ?")
        .param(tenant.tenant().id().value())
        .param(of.id().value())
        .update();
  }

  /// An app whose next code was not used yet.
  App app(User of) {
    App app = confirmedApp(of);
    advance(Duration.ofSeconds(60));
    return app;
  }

  /// An app whose present code has confirmed it.
  App confirmedApp(User of) {
    OtpSecret secret = OtpSecret.generate(random);
    FactorId id = begunApp(of, secret);
    App app = new App(id, secret);
    assertThat(
            confirmations.confirm(
                tenant.tenant().id(), of, id, io.tweestap.factor.Answer.of(code(app)), By.SYSTEM))
        .isInstanceOf(AnswerOutcome.Right.class);
    return app;
  }

  /// An app that is begun in a login.
  App appIn(String login) {
    Answer begun = beginFactor(login, "{\"kind\":\"totp\",\"name\":\"My phone\"}");
    assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    return appOf(begun);
  }

  static App appOf(Answer begun) {
    String secret = begun.json().at("/setup/pairing_code").asString();
    String id = begun.json().at("/factor/id").asString();
    return new App(new FactorId(UUID.fromString(id)), OtpSecret.ofBase32(secret));
  }

  Answer beginFactor(String login, String body) {
    return post(tenant, "/v1/logins/" + login + "/enrollment", body);
  }

  private FactorId begunApp(User of, OtpSecret secret) {
    NewFactor asked =
        new NewFactor(
            FactorKind.TOTP,
            "phone",
            "enrolled",
            Optional.of(secret.bytes()),
            new Parameters(Map.of("algorithm", "SHA1", "digits", "6", "period", "30")),
            -1,
            Optional.empty());
    return ((BindOutcome.Begun) bindings.begin(tenant.tenant().id(), of, asked, By.SYSTEM)).id();
  }

  String code(App app) {
    return Totp.standard().code(app.secret(), clock.instant());
  }

  /// A code that this app does not show within a minute or two.
  String wrong(App app) {
    List<String> right =
        List.of(-60, -30, 0, 30, 60).stream()
            .map(s -> Totp.standard().code(app.secret(), clock.instant().plusSeconds(s)))
            .toList();
    String guess = wrong(code(app));
    while (right.contains(guess)) {
      guess = wrong(guess);
    }
    return guess;
  }

  /// A policy for everybody.
  void policy(Terms terms) {
    Policy draft =
        new Policy(
            new UUID(0, 0),
            "everybody",
            Optional.empty(),
            Optional.empty(),
            terms,
            List.of(),
            false);
    assertThat(policies.create(tenant.tenant().id(), draft, "system"))
        .isInstanceOf(PolicyOutcome.Done.class);
  }

  static Terms terms(Frequency frequency) {
    return terms(Optional.empty(), Optional.of(frequency), Optional.empty());
  }

  /// A second step is required since yesterday.
  Terms required(FirstFactorProof proof) {
    return terms(Optional.of(yesterday()), Optional.empty(), Optional.of(proof));
  }

  LocalDate yesterday() {
    return LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC).minusDays(1);
  }

  static Terms terms(
      Optional<LocalDate> requiredFrom,
      Optional<Frequency> frequency,
      Optional<FirstFactorProof> proof) {
    return new Terms(
        Optional.empty(),
        requiredFrom,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        frequency,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        proof,
        Stay.USUAL);
  }

  Answer begin(String fields) {
    return begin("anna", "login", fields);
  }

  Answer begin(String ref, String purpose, String fields) {
    return post(
        tenant,
        "/v1/logins",
        "{\"user\":\"%s\",\"purpose\":\"%s\"%s}"
            .formatted(ref, purpose, fields.isEmpty() ? "" : "," + fields));
  }

  /// A login that must have begun.
  JsonNode begun(String fields) {
    Answer answer = begin(fields);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  String pending() {
    return begun("").path("id").asString();
  }

  /// A pending login of that user.
  String pending(String ref) {
    Answer answer = begin(ref, "login", "");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().path("id").asString();
  }

  Answer answer(String login, FactorId factor, String code) {
    return answer(login, factor, code, "");
  }

  Answer answer(String login, FactorId factor, String code, String fields) {
    return post(
        tenant,
        "/v1/logins/" + login + "/answers",
        "{\"factor_id\":\"%s\",\"code\":\"%s\"%s}"
            .formatted(factor, code, fields.isEmpty() ? "" : "," + fields));
  }

  /// What the answer to an answer comes to: the login's state, or the problem.
  static String outcome(Answer answer) {
    return answer.status() == 200 ? answer.json().path("state").asString() : answer.code();
  }

  /// Runs one chore now.
  void chore(String name) {
    chores.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow().run();
  }

  /// Mails at the user's address that say this, the newest first, once there are so many.
  List<String> mails(String words, int count) {
    for (int i = 0; i < 200; i++) {
      List<String> found = mailsNow(words);
      if (found.size() >= count) {
        return found;
      }
      pause();
    }
    throw new AssertionError("no " + count + " mails with: " + words);
  }

  private List<String> mailsNow(String words) {
    return get(tenant, "/v1/sandbox/messages?to=" + mail.replace("@", "%40"))
        .json()
        .path("data")
        .valueStream()
        .map(one -> one.path("text").asString())
        .filter(text -> text.contains(words))
        .toList();
  }

  /// The code in the newest mail of so many that carry one.
  String mailedCode(int count) {
    return mails("is the code that", count).getFirst().split(" ", 2)[0];
  }

  /// What the audit says about the tenant's users, the newest last: `login.passed success`.
  List<String> audited() {
    return jdbc.sql(
            """
            SELECT action || ' ' || result AS line
            FROM audit_event
            WHERE tenant_id = ?
            ORDER BY id
            """)
        .param(tenant.tenant().id().value())
        .query((row, _) -> row.getString("line"))
        .list();
  }
}
