/// Credit over REST: what a tenant has, and why messages cannot be paid for.
@NamedInterface("web")
@NullMarked
package io.tweestap.credit.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
