/// Security keys at the door of factors, and the origins that may use the keys of a site.
@NullMarked
package io.tweestap.factor.webauthn.web;

import org.jspecify.annotations.NullMarked;
