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
    OtherWordings,
}

impl Table {
    /// Every table there is a name for.
    pub(crate) const ALL: [Self; 13] = [
        Self::Milestones,
        Self::Rituals,
        Self::Goals,
        Self::Letters,
        Self::Celebrations,
        Self::Keepsakes,
        Self::Settings,
        Self::Contacts,
        Self::Occurrences,
        Self::CheckIns,
        Self::Ways,
        Self::Plans,
        Self::OtherWordings,
    ];

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
            Self::OtherWordings => "other_wordings",
        }
    }
}
