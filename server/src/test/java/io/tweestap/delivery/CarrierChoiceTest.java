package io.tweestap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tweestap.delivery.route.Routes;
import io.tweestap.operations.Chore;
import io.tweestap.risk.PhoneNumbers;
import io.tweestap.shared.Channel;
import io.tweestap.shared.Ids;
import io.tweestap.vault.SharedVault;
import io.tweestap.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Which carriers the settings bring, in the room as the program has it.
class CarrierChoiceTest {
  private static final String MAIL = "tweestap.carrier.mail.";
  private static final String HTTP = "tweestap.carrier.http.";

  private final DeliveryDatabase database = new DeliveryDatabase();
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withBean(JdbcClient.class, database::jdbc)
          .withBean(TransactionTemplate.class, database::transaction)
          .withBean(JsonMapper.class, () -> JsonMapper.builder().build())
          .withBean(Vault.class, SharedVault::get)
          .withBean(Clock.class, Clock::systemUTC)
          .withBean(SecureRandom.class, SecureRandom::new)
          .withBean(Ids.class, () -> new Ids(Clock.systemUTC(), new SecureRandom()))
          .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
          .withBean(PhoneNumbers.class)
          .withUserConfiguration(Room.class);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void withoutAnySettingNothingIsSent() {
    runner.run(context -> {
      assertThat(context).hasNotFailed().doesNotHaveBean(Carrier.class);
      assertThat(context.getBean(Outbox.class).serves(Channel.SMS)).isFalse();
      assertThat(context.getBeansOfType(Chore.class)).hasSize(4);
    });
  }

  @Test
  void theSandboxServesAllChannelsWhereItIsOn() {
    for (String setting :
        new String[] {"tweestap.embedded=true", "tweestap.carrier.sandbox.enabled=true"}) {
      runner
          .withPropertyValues(setting)
          .run(context -> {
            Routes routes = context.getBean(Routes.class);
            for (Channel channel : Channel.values()) {
              assertThat(routes.inOrder(channel))
                  .extracting(Carrier::name)
                  .containsExactly("sandbox");
            }
          });
    }
  }

  @Test
  void anyRealCarrierWinsOverTheSandbox() {
    runner
        .withPropertyValues(
            "tweestap.embedded=true",
            MAIL + "host=mail.example",
            MAIL + "from=codes@tweestap.example",
            HTTP + "url=https://sms.example/send",
            HTTP + "body={\"to\":\"{to}\",\"text\":\"{text}\"}")
        .run(context -> {
          Routes routes = context.getBean(Routes.class);
          assertThat(routes.inOrder(Channel.SMS)).extracting(Carrier::name).containsExactly("http");
          assertThat(routes.inOrder(Channel.EMAIL))
              .extracting(Carrier::name)
              .containsExactly("mail");
          assertThat(routes.inOrder(Channel.VOICE))
              .extracting(Carrier::name)
              .containsExactly("sandbox");
        });
  }

  @Test
  void aMisspeltSettingFailsTheStart() {
    for (String key :
        new String[] {MAIL + "hots=x", HTTP + "ulr=x", "tweestap.carrier.sandbox.on=true"}) {
      runner.withPropertyValues(key).run(context -> assertThat(context).as(key).hasFailed());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ComponentScan(
      basePackages = "io.tweestap.delivery",
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern =
                  "io[.]tweestap[.]delivery[.](.*web[.].*|http[.]Receipt(Endpoint|Security))"))
  @ComponentScan(
      basePackages = "io.tweestap.webhook",
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = "io[.]tweestap[.]webhook[.](web|send)[.].*"))
  @ComponentScan(
      basePackages = "io.tweestap.audit",
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = "io[.]tweestap[.]audit[.](web|chain|command)[.].*"))
  @ComponentScan(
      basePackages = "io.tweestap.operations",
      useDefaultFilters = false,
      includeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = "io[.]tweestap[.]operations[.]Public(Address|Configuration)"))
  static class Room {}
}
