package io.tweestap.client.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.client.Secret;
import io.tweestap.client.audit.AuditEvent;
import io.tweestap.client.audit.AuditFilter;
import io.tweestap.client.credit.CreditBalance;
import io.tweestap.client.credit.CreditUsage;
import io.tweestap.client.credit.CreditUsageFilter;
import io.tweestap.client.fraud.FraudAction;
import io.tweestap.client.fraud.FraudDecision;
import io.tweestap.client.fraud.FraudDecisionFilter;
import io.tweestap.client.fraud.FraudMode;
import io.tweestap.client.fraud.FraudSettings;
import io.tweestap.client.link.Link;
import io.tweestap.client.link.LinkChange;
import io.tweestap.client.link.NewLink;
import io.tweestap.client.policy.NewPolicy;
import io.tweestap.client.policy.Policy;
import io.tweestap.client.policy.Preview;
import io.tweestap.client.policy.PreviewRequest;
import io.tweestap.client.policy.ReplaceOutcome;
import io.tweestap.client.route.RouteRule;
import io.tweestap.client.route.RouteTable;
import io.tweestap.client.settings.KeySettingsChange;
import io.tweestap.client.settings.PageSettingsChange;
import io.tweestap.client.settings.Settings;
import io.tweestap.client.settings.SettingsChange;
import io.tweestap.client.settings.Template;
import io.tweestap.client.token.TokenFile;
import io.tweestap.client.token.TokenFilter;
import io.tweestap.client.token.TokenImport;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TenantExampleTest extends ExampleTest {
  @Test
  void settingsAreChanged() {
    Settings before = tweestap.settings().get();
    tweestap.settings().change(SettingsChange.empty().supportContact("room 2.14"));
    tweestap.settings().putTestNumber("+31600000001", "123456");

    assertThat(before.supportContact()).isEmpty();
    assertThat(tweestap.settings().get().supportContact()).isEqualTo("room 2.14");
    assertThat(tweestap.settings().testNumbers().getFirst().code().value()).isEqualTo("123456");
    tweestap.settings().removeTestNumber("+31600000001");
    assertThat(before.webauthn().counterBack()).isEqualTo("refuse");
    SettingsChange keys =
        SettingsChange.empty().webauthn(KeySettingsChange.empty().userVerification("required"));
    assertThat(tweestap.settings().change(keys).webauthn().userVerification())
        .isEqualTo("required");
    PageSettingsChange change =
        PageSettingsChange.empty().returnUrls(List.of("https://shop.example.org/back"));
    assertThat(tweestap.settings().changePages(change)).isEqualTo(tweestap.settings().pages());
    theTrailIsRead();
  }

  private void theTrailIsRead() {
    AuditFilter filter = AuditFilter.all().action("settings.changed");
    tweestap.audit().list(filter).stream().limit(10).forEach(event -> show(event.actor()));
    try (Stream<AuditEvent> all = tweestap.audit().export(AuditFilter.all())) {
      all.forEach(event -> show(event.action()));
    }
    assertThat(shown.getFirst()).startsWith("client:");
    assertThat(shown).contains("settings.changed", "test_number.set");
  }

  @Test
  void theCreditIsRead() {
    CreditBalance credit = tweestap.credit().balance();
    tweestap.credit().entries().stream()
        .limit(20)
        .forEach(entry -> show(entry.kind() + ": " + entry.available()));

    CreditUsage usage = tweestap.credit().usage(CreditUsageFilter.recent().by("country"));
    usage.lines().forEach(line -> show(line.country().orElseThrow() + ": " + line.amount()));

    assertThat(usage.total().messages()).isZero();
    assertThat(credit.billed()).as("nobody is billed before an operator says so").isFalse();
    assertThat(shown).isEmpty();
    assertThat(tweestap.messages().estimate("Hi", "NL").price()).isEmpty();
  }

  @Test
  void theFraudGuardIsWatched() {
    FraudSettings before = tweestap.fraudGuard().settings();
    tweestap.fraudGuard().put(FraudSettings.of(FraudMode.RECORD_ONLY));
    FraudDecisionFilter filter = FraudDecisionFilter.all().action(FraudAction.WOULD_REFUSE);
    tweestap.fraudGuard().decisions(filter).stream()
        .filter(FraudDecision::openedBlock)
        .forEach(one -> show(one.rule() + " in " + one.country()));

    assertThat(before.mode()).isEqualTo(FraudMode.ENFORCE);
    assertThat(shown).as("the sandbox is not guarded").isEmpty();
    var safe =
        new FraudSettings(
            FraudMode.ENFORCE, FraudMode.RECORD_ONLY, List.of("+3161234"), List.of("192.0.2.0/24"));
    assertThat(tweestap.fraudGuard().put(safe)).isEqualTo(tweestap.fraudGuard().settings());
    assertThat(safe.toString()).doesNotContain("1234");
  }

  @Test
  void aLinkIsLookedAfter() {
    Secret password = Secret.of("q7Zp2xVd");
    NewLink wanted =
        NewLink.of("duif", "smpp.duifpost.example", "acme", password).rate(50).active(false);
    Link link = tweestap.links().create(wanted);
    tweestap.links().change(link.name(), LinkChange.empty().window(20));
    assertThat(tweestap.links().list()).extracting(Link::name).containsExactly("duif");
    assertThat(tweestap.links().find("duif").orElseThrow().window()).isEqualTo(20);
    tweestap.links().delete(link.name());

    assertThat(link.rate()).isEqualTo(50);
    assertThat(tweestap.links().find("duif")).isEmpty();
  }

  @Test
  void rulesForCarriersAreReplaced() {
    RouteTable now = tweestap.routes().get();
    RouteRule nl = RouteRule.of("nl", "duif", 3).and("postduif", 1).toCountries("NL");
    RouteTable changed = tweestap.routes().replace(now.version(), List.of(nl));

    assertThat(changed.rules()).containsExactly(nl);
    assertThat(tweestap.routes().get()).isEqualTo(changed);
    tweestap.routes().replace(changed.version(), List.of());
  }

  @Test
  void aTemplateIsWritten() {
    Template shop =
        tweestap
            .templates()
            .put(
                "shop",
                Map.of(
                    "nl", "{code} is je code voor {sender}.",
                    "de", "{code} ist Ihr Code f\u00fcr {sender}.",
                    "en", "{code} is your code for {sender}."));
    show(shop.texts().get("en").preview());
    assertThat(shown.getFirst()).contains("is your code for Sandbox");
    assertThat(tweestap.templates().find("shop")).isPresent();
    tweestap.templates().delete("shop");
    assertThat(tweestap.templates().list()).isEmpty();
  }

  @Test
  void aPolicyIsTriedAndMade() {
    NewPolicy asked = NewPolicy.of("Staff").group("staff").requiredFrom(LocalDate.of(2027, 1, 1));
    Preview seen =
        tweestap
            .policies()
            .preview(
                PreviewRequest.empty().date(LocalDate.of(2027, 1, 2)).policies(List.of(asked)));
    if (seen.couldNotLogIn() == 0) {
      tweestap.policies().create(asked);
    }
    Policy made = tweestap.policies().list().getFirst();
    assertThat(tweestap.policies().replace(made, asked.skipsMax(3)))
        .isInstanceOf(ReplaceOutcome.Done.class);
    assertThat(tweestap.policies().replace(made, asked.skipsMax(5)))
        .isInstanceOf(ReplaceOutcome.ChangedMeanwhile.class);
    Policy now = tweestap.policies().find(made.id()).orElseThrow();
    assertThat(now.skipsMax()).isEqualTo(3);
    tweestap.policies().delete(now, "j.jansen");
    assertThat(tweestap.policies().coverage().all().users()).isNotNegative();
    assertThat(tweestap.policies().coverage("shop").groups()).isNotNull();
  }

  @Test
  void aDeliveryOfTokensIsTakenIn() {
    String lines =
        """
        7001,3132333435363738393031323334353637383930,hotp,6,0
        7002,00,hotp
        """;
    TokenImport delivery = tweestap.tokens().importFile(TokenFile.oathCsv(lines).batch("2026-11"));
    delivery.errors().forEach(failed -> show("line " + failed.line() + ": " + failed.detail()));
    tweestap.tokens().list(TokenFilter.all().batch("2026-11")).forEach(it -> show(it.serial()));
    assertThat(shown).hasSize(2).last().isEqualTo("7001");
    var token = tweestap.tokens().list(TokenFilter.all().serial("7001")).iterator().next();
    assertThat(tweestap.tokens().find(token.id())).isPresent();
    assertThat(tweestap.tokens().retire(token.id())).isTrue();
  }
}
