package io.tweestap.factor.apppassword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceNetworkTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24,192.0.2.255,true",
    "192.0.2.0/24,192.0.3.0,false",
    "192.0.2.7,192.0.2.7,true",
    "192.0.2.7,192.0.2.6,false",
    "0.0.0.0/0,203.0.113.9,true",
    "0.0.0.0/0,2001:db8::1,false",
    "2001:db8::/33,2001:db8:7fff::1,true",
    "2001:db8::/33,2001:db8:8000::1,false",
    "10.0.0.0/9,10.127.0.1,true",
    "10.0.0.0/9,10.128.0.1,false"
  })
  void aNetworkHoldsTheAddressesWithItsPrefix(String network, String address, boolean held) {
    assertThat(SourceNetwork.of(network).contains(InetAddress.ofLiteral(address))).isEqualTo(held);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "192.0.2.0/33",
        "192.0.2.0/",
        "192.0.2.0/-1",
        "fe80::1%eth0/64"
      })
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> SourceNetwork.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.0/24", "2001:db8::/32", "192.0.2.7"})
  void whatIsWrittenIsReadAgain(String text) {
    SourceNetwork network = SourceNetwork.of(text);
    assertThat(SourceNetwork.of(network.text())).isEqualTo(network);
  }
}
