package io.tweestap.page.sandbox;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/// The page's settings, known also where the page is not there: a name that no room knows stops the
/// start.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TryItProperties.class)
class TryItConfiguration {}
