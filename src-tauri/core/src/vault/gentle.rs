//! Words of the BIP-39 list that nobody here should be handed: bodies, eating, drinking, using, violence, blame, fear.
//!
//! They are left out when words are drawn, by drawing again; typed in, they are as good as any other. What is left is more
//! than seven eighths of the list, so a word still holds over 10.8 bits.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Tells whether none of these words is one that could hurt.
pub(super) fn are_gentle<'a>(words: impl IntoIterator<Item = &'a str>) -> bool {
    words.into_iter().all(|word| !LEFT_OUT.contains(word))
}

/// Makes six gentle words of what two screens are to show alike: over 64 bits of it.
pub fn six_words(of: &[u8; 32]) -> [&'static str; 6] {
    let gentle: Vec<&str> =
        bip39::Language::English.word_list().iter().copied().filter(|word| is_said_aloud(word)).collect();
    let mut bytes = [[0; 8]; 6];
    blake3::Hasher::new_derive_key("twinflower six words v1").update(of).finalize_xof().fill(bytes.as_flattened_mut());
    // Of 2^64 numbers no word is likelier than another by more than one in 10^16.
    bytes.map(|drawn| gentle[(u64::from_le_bytes(drawn) % gentle.len() as u64) as usize])
}

/// Two people read these words to each other at one desk: more food is left out, and what could be meant for one of them.
fn is_said_aloud(word: &str) -> bool {
    are_gentle([word]) && !NOT_ALOUD.contains(&word)
}

#[rustfmt::skip]
const NOT_ALOUD: [&str; 31] = [
    "apple", "avocado", "banana", "bar", "bean", "buzz", "celery", "garlic", "ginger", "grape", "ketchup", "lemon",
    "lobster", "mango", "mean", "mushroom", "obey", "oyster", "pear", "peasant", "pudding", "pumpkin", "salt", "slice",
    "spice", "strike", "suspect", "toast", "tomato", "wheat", "witness",
];

static LEFT_OUT: LazyLock<BTreeSet<&str>> = LazyLock::new(|| WORDS.into_iter().collect());

#[rustfmt::skip]
const WORDS: [&str; 255] = [
    "abandon", "absent", "abuse", "accuse", "adult", "aerobic", "afraid", "alcohol", "alone", "anger", "angry",
    "anxiety", "arm", "army", "arrest", "assault", "attack", "awful", "baby", "bacon", "beef", "betray", "bitter",
    "blade", "blame", "blood", "body", "bomb", "bone", "bottom", "bread", "broccoli", "broken", "bullet", "burden",
    "burger", "burst", "butter", "cage", "cake", "candy", "cereal", "chaos", "cheese", "chef", "cherry", "chest",
    "chicken", "child", "cigar", "club", "coconut", "coffee", "cook", "corn", "cousin", "crash", "cream", "crime",
    "cruel", "cruise", "crush", "cry", "damage", "danger", "decline", "defy", "demise", "despair", "destroy",
    "diet", "dinner", "dirt", "disease", "dish", "divorce", "dizzy", "doctor", "dose", "drink", "dumb", "dust",
    "egg", "emotion", "enemy", "error", "evil", "exercise", "exile", "face", "fade", "fall", "fat", "fatal",
    "fatigue", "fault", "feed", "fever", "fiction", "finger", "fire", "fit", "food", "foot", "fragile", "fruit",
    "funny", "ghost", "gloom", "grief", "guilt", "gun", "gym", "hair", "hand", "harsh", "hazard", "head", "health",
    "heavy", "hip", "horror", "hospital", "hungry", "hurdle", "hurt", "ill", "inflict", "inject", "injury",
    "inmate", "innocent", "insane", "jealous", "junk", "kidney", "kiss", "knife", "lawsuit", "leg", "liar",
    "liquid", "lonely", "lunch", "mad", "meat", "milk", "misery", "mistake", "muscle", "nasty", "neck", "neglect",
    "noodle", "nose", "nothing", "nut", "obscure", "olive", "onion", "orange", "orphan", "panic", "patient",
    "peanut", "penalty", "pepper", "pig", "pill", "pistol", "pizza", "police", "potato", "poverty", "prison",
    "problem", "punch", "razor", "regret", "reject", "remove", "rib", "rice", "rifle", "rude", "sad", "salad",
    "salmon", "sauce", "sausage", "scale", "scare", "scrub", "shock", "shoot", "shrimp", "sick", "silly", "size",
    "skin", "skull", "slender", "slim", "small", "smoke", "snack", "soup", "spirit", "spoon", "steak", "stomach",
    "struggle", "stumble", "suffer", "sugar", "swallow", "sweet", "sword", "tank", "thumb", "tired", "tobacco",
    "toe", "tongue", "tooth", "tragic", "trap", "trash", "trigger", "trouble", "tuna", "turkey", "ugly", "unable",
    "unfair", "unhappy", "upset", "useless", "vacant", "vapor", "vicious", "violin", "virus", "visit", "warfare",
    "waste", "weapon", "weird", "whip", "wine", "worry", "wreck", "wrestle", "wrist", "wrong",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_left_out_is_in_the_list_and_most_of_the_list_is_left() {
        let list = bip39::Language::English.word_list();
        assert!(WORDS.iter().all(|word| list.contains(word)));
        assert_eq!(LEFT_OUT.len(), WORDS.len(), "no word stands there twice");
        assert!(WORDS.len() * 8 < list.len());
    }

    #[test]
    fn no_word_that_could_hurt_is_handed_out() {
        use crate::vault::{Passphrase, PersonKey, SpareWords};
        let mut rng = crate::vault::tests::Counting(0);
        for _ in 0..60 {
            assert!(are_gentle(Passphrase::offer(&mut rng).reveal().split(' ')));
            assert!(are_gentle(SpareWords::draw(&mut rng).reveal()));
            assert!(are_gentle(PersonKey::draw(&mut rng).public().six_words()));
        }
    }

    #[test]
    fn six_words_are_gentle_and_hold_sixty_bits() {
        let list = bip39::Language::English.word_list();
        let gentle = list.iter().filter(|word| is_said_aloud(word)).count();
        assert_eq!(gentle, list.len() - WORDS.len() - NOT_ALOUD.len(), "each is in the list, and in one of the two");
        assert!(6.0 * (gentle as f64).log2() > 64.0);
        for at in 0..200 {
            assert!(six_words(&[at; 32]).iter().all(|word| is_said_aloud(word)));
        }
    }

    #[test]
    fn one_other_bit_makes_other_words() {
        let mut other = [7; 32];
        other[31] ^= 1;
        assert_eq!(six_words(&[7; 32]), six_words(&[7; 32]));
        assert!(six_words(&[7; 32]).iter().zip(six_words(&other)).all(|(one, other)| *one != other));
    }
}
