package io.tweestap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.ResolvableType;

class QuickContextTest {
  private static final ResolvableType OF_TEXT =
      ResolvableType.forClassWithGenerics(Supplier.class, String.class);
  private static final ResolvableType OF_NUMBER =
      ResolvableType.forClassWithGenerics(Supplier.class, Integer.class);
  private static final ResolvableType OTHER =
      ResolvableType.forClassWithGenerics(Function.class, String.class, String.class);

  private static final class Text implements Supplier<String> {
    @Override
    public String get() {
      return "text";
    }
  }

  @Test
  void aServerHasItAndACommandDoesNot() {
    assertThat(beansOf(WebApplicationType.SERVLET)).isInstanceOf(QuickContext.Beans.class);
    assertThat(beansOf(WebApplicationType.NONE)).isNotInstanceOf(QuickContext.Beans.class);
  }

  private static Object beansOf(WebApplicationType type) {
    return Objects.requireNonNull(ApplicationContextFactory.DEFAULT.create(type)).getBeanFactory();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void itFindsWhatThereIsOfATypeWithArguments(boolean frozen) {
    QuickContext.Beans beans = new QuickContext.Beans();
    beans.registerBeanDefinition("text", new RootBeanDefinition(Text.class));
    if (frozen) {
      beans.freezeConfiguration();
    }

    assertThat(beans.getBeanNamesForType(OF_TEXT)).containsExactly("text");
    assertThat(beans.getBeanNamesForType(OF_NUMBER)).isEmpty();
    assertThat(beans.getBeanNamesForType(OTHER)).isEmpty();
    assertThat(beans.getBeanProvider(OF_TEXT).getObject()).isInstanceOf(Text.class);
    assertThat(beans.getBeanProvider(OTHER).orderedStream()).isEmpty();
  }

  @Test
  void whatComesLaterIsFound() {
    QuickContext.Beans beans = new QuickContext.Beans();
    beans.freezeConfiguration();
    assertThat(beans.getBeanNamesForType(OF_TEXT)).isEmpty();

    beans.registerSingleton("late", new Text());

    assertThat(beans.getBeanNamesForType(OF_TEXT)).containsExactly("late");
  }
}
