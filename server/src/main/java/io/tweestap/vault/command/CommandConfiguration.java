package io.tweestap.vault.command;

import io.tweestap.vault.SealedColumns;
import io.tweestap.vault.Vault;
import io.tweestap.vault.keys.CurrentKeys;
import io.tweestap.vault.keys.KeyFile;
import io.tweestap.vault.rows.KeyUsers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts the commands together; lazily, so that a server that runs no command makes none.
@Configuration(proxyBeanMethods = false)
@Lazy
class CommandConfiguration {
  @Bean
  KeysCommand keysCommand(
      ObjectProvider<NewKeys> create,
      ObjectProvider<ListKeys> list,
      ObjectProvider<RotateKeys> rotate,
      ObjectProvider<PruneKeys> prune) {
    return new KeysCommand(create, list, rotate, prune);
  }

  @Bean
  NewKeys newKeys(
      @Value("${tweestap.vault.kms-uri:#{null}}") @Nullable String kmsUri,
      SecureRandom random,
      Clock clock) {
    return new NewKeys(kmsUri, random, clock, System.out);
  }

  @Bean
  ListKeys listKeys(KeyFile file, KeyUsers users) {
    return new ListKeys(file, users, System.out);
  }

  @Bean
  RotateKeys rotateKeys(
      KeyFile file,
      CurrentKeys keys,
      Vault vault,
      RotateKeys.Database database,
      SecureRandom random,
      Clock clock,
      ApplicationEventPublisher news) {
    var console = new RotateKeys.Console(System.out, CommandConfiguration::pause, news);
    return new RotateKeys(file, keys, vault, database, random, clock, console);
  }

  @Bean
  RotateKeys.Database rowsToSeal(
      JdbcClient sql, TransactionTemplate transactions, ObjectProvider<SealedColumns> rooms) {
    return new RotateKeys.Database(sql, transactions, rooms.orderedStream().toList());
  }

  @Bean
  PruneKeys pruneKeys(KeyFile file, KeyUsers users, Clock clock, ApplicationEventPublisher news) {
    return new PruneKeys(file, users, clock, System.out, news);
  }

  private static void pause(Duration time) {
    try {
      var _ = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting", e);
    }
  }
}
