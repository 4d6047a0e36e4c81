//! What every target does: gives the bytes to the parser of that name. It may take or refuse them; it may not panic.

use twinflower_core::outside::PARSERS;
use twinflower_sync::PARSERS as PARSERS_OF_THE_WIRE;

/// Lets a parser read bytes.
pub fn parses(name: &str, bytes: &[u8]) {
    let (_, parse) = PARSERS.iter().find(|(known, _)| *known == name).expect("a target is named after its parser");
    // Taken or refused is as well.
    let _ = parse(bytes);
}

/// Lets a parser of what comes from another computer read bytes.
pub fn parses_of_the_wire(name: &str, bytes: &[u8]) {
    let (_, parse) =
        PARSERS_OF_THE_WIRE.iter().find(|(known, _)| *known == name).expect("a target is named after its parser");
    // Taken or refused is as well.
    let _ = parse(bytes);
}
