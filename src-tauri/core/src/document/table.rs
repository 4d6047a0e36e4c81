//! The tables of a document.

/// A table of a document. The names are part of the file format.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Table {
    Milestones,
    Rituals,
    Goals,
    Letters,
    Celebrations,
    Keepsakes,
    Settings,
    Contacts,
    Occurrences,
    CheckIns,
    Ways,
    Plans,
}

impl Table {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Milestones => "milestones",
            Self::Rituals => "rituals",
            Self::Goals => "goals",
            Self::Letters => "letters",
            Self::Celebrations => "celebrations",
            Self::Keepsakes => "keepsakes",
            Self::Settings => "settings",
            Self::Contacts => "contacts",
            Self::Occurrences => "occurrences",
            Self::CheckIns => "check_ins",
            Self::Ways => "ways",
            Self::Plans => "plans",
        }
    }
}
