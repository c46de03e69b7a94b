package io.tweestap.factor.recovery;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// Argon2id at little cost, for each server that is started with the tests on its class path: ten
/// codes at full cost take the quick compiler's code a second. The full cost has its own test,
/// [SlowHashTest], and the packed program knows no other.
@Configuration(proxyBeanMethods = false)
class QuickHashes {
  private static final int MEMORY_KIB = 64;
  private static final int ROUNDS = 1;

  @Bean
  @Primary
  SlowHash quickHash() {
    return new SlowHash(MEMORY_KIB, ROUNDS);
  }
}
