# What binds one of the two while both are here: her own passphrase.
sign-title = This is { $name }’s to say
sign-text = You are both here, so it takes { $name }’s own passphrase. It can also wait until she is here alone.
sign-go-on = Go on
